/// A heading of the help, with commands that share a purpose.
enum CommandGroup: String, CaseIterable {
  /// Commands that show how OAuth works.
  case see = "See"
  /// Commands that send requests, or explain messages from the user.
  case tryOut = "Try"
  /// Commands that test a client.
  case prove = "Prove"
  /// Commands that show reference information.
  case lookUp = "Look up"

  /// The commands of the group, in the order of the help.
  var commands: [CommandDescription] { Commands.descriptions.filter { $0.group == self } }

  /// The groups with at least one command.
  static var used: [CommandGroup] { allCases.filter { !$0.commands.isEmpty } }
}
