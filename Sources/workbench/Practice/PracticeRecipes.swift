/// Recipes for tests of a client, in the languages that many tests are written in.
enum PracticeRecipes {
  /// The topic's text: between a line `---- FILE` and a line `----` is a whole file.
  static let text = """
    Tests of a client at the practice server

    Each recipe starts a server on any free port, waits for the file that says
    where, runs a flow, resets the server between the tests, and stops it. It needs
    workbench in the PATH. Put your client in the place of the flow: give it
    base_url, and register its client_id with --clients FILE.

    What a test can ask for besides: a fault for the next request, a clock that is
    ahead, another user, a user who says no. See workbench help practice-control.


    """
    + [shell, pytest, go, junit].map { recipe in
      recipe.title + "\n\n---- \(recipe.file)\n" + recipe.content + "----\n"
    }.joined(separator: "\n")

  /// One recipe: what it needs and how it is started, the name of its file, and the file.
  struct Recipe {
    let title: String
    let file: String
    let content: String
  }
}
