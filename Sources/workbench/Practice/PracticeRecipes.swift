/// The topic `practice-tests`: recipes for testing a client, in four languages.
enum PracticeRecipes {
  /// The topic's text, with each file between a line `---- FILE` and a line `----`.
  static let text = """
    Testing a client with the practice server

    Each recipe starts a server on any free port, waits for its ready file, runs a
    flow, resets the server between the tests, and stops it. It needs workbench in
    the PATH. Replace the flow with your client: pass it base_url, and register its
    client_id with --clients FILE.

    A test can also set a fault, move the clock, switch the user, or deny access:
    see workbench help practice-control.


    """
    + [shell, pytest, go, junit].map { recipe in
      recipe.title + "\n\n---- \(recipe.file)\n" + recipe.content + "----\n"
    }.joined(separator: "\n")

  /// A recipe: a title with its command, the name of its file, and the file.
  struct Recipe {
    let title: String
    let file: String
    let content: String
  }
}
