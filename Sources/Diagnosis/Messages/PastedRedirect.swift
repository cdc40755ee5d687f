/// A redirect as a person pastes it, without what copying puts around it.
public enum PastedRedirect {
  /// The address in a text: without white space and quotation marks around it, and without the name of the
  /// header field that it was copied with.
  ///
  /// - Parameter text: The text as it was given.
  /// - Returns: The address; the text itself where it is none.
  public static func address(in text: String) -> String {
    var address = TextCleaning.clean(text).text
    let name = "location:"
    if address.lowercased().hasPrefix(name) {
      address = TextCleaning.clean(String(address.dropFirst(name.count))).text
    }
    return address
  }
}
