import HTTPMessages

extension Form {
  /// The form without what has no value: RFC 6749 §3.1 and §3.2 count it as omitted.
  var withoutEmptyValues: Form { Form(pairs.filter { !$0.value.isEmpty }) }
}
