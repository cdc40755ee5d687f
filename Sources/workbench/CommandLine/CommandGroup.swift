/// A heading of the help, under which commands with one purpose are listed.
enum CommandGroup: String, CaseIterable {
  /// Commands that show how OAuth works.
  case see = "See"
  /// Commands that send requests, or read messages of the user's own.
  case tryOut = "Try"
  /// Commands that prove that a client is right.
  case prove = "Prove"
  /// Commands that answer a question.
  case lookUp = "Look up"

  /// The commands of the group, in the order of the help.
  var commands: [CommandDescription] { Commands.descriptions.filter { $0.group == self } }

  /// The groups that have a command.
  static var used: [CommandGroup] { allCases.filter { !$0.commands.isEmpty } }
}
