/// The topic `practice-control`: the requests and files of `practice --control`.
enum PracticeControlHelp {
  static let text = """
    Controlling the practice server in tests

    workbench practice --control accepts requests at four more paths, from programs
    on this machine: --control and --expose-to-network cannot be used together. Each
    request is a POST with the token that practice prints when it starts:

      Authorization: Bearer TOKEN

    Each start has a new token. --ready-file FILE writes it to a file, too. Control
    responses have no CORS fields and no faults. The log shows each request.

    The request body is a JSON object of at most 65536 bytes, or empty for {}. The
    response is JSON. Status 200 returns STATE, below. Any other status returns
    { "error": one sentence: what was expected, what was received, what to do }:
    400 for a wrong body, 401 without the token, 404 for another path, 405 for
    another method. A rejected request changes nothing.

    POST /practice/reset
    { "keep_users": true or false (default) }
      Deletes every code, token, consent, page, and rate count. Resets the clock,
      the decision, and the faults to those of the start. Also resets the users and
      the signed-in user, unless keep_users is true.

    POST /practice/faults
    { "fault": a name from practice --rules,
      "endpoint": "authorize", "token", "introspect", "revoke", "metadata",
        "profile", "steps", or "sleep" (default: all that the fault affects),
      "times": the number of affected requests, 1 to 1000000 (default: all); 0 turns
        the fault off }
      Sets one fault, and replaces the same one at the same endpoint. At most 32 can
      be on. Faults of the redirect belong to "authorize".
    { "fault": null }
      Turns all faults off, including those of --fault.

    POST /practice/clock
    { "seconds": 0 to 315360000 }
      Moves the server's clock forward, so that codes and tokens expire without
      waiting. All moves together are limited to 315360000 seconds, ten years.

    POST /practice/users, with at least one of these members
    { "users": [USER], added, or replacing those with the same user_id,
      "sign_in": the user_id of the user who is signed in from now on, in every
        browser and without one,
      "decision": "ask" shows the pages. The others show no page: "allow" grants all
        requested scopes, "deny" returns access_denied, and a list of scopes grants
        those of them that are requested }
      There can be at most 500 users.

    USER
    {
      "user_id": 1 to 32 ASCII letters and digits,
      "name": 1 to 100 characters (default: the user_id),
      "steps": 0 to 1000000 per day,
      "minutes_asleep": 0 to 1440 per night,
      "minutes_in_bed": 0 to 1440 per night; a missing or null number is made up,
        another one for each day
    }

    STATE
    {
      "now": the server's clock, in seconds since 1970-01-01 00:00 UTC,
      "clock_ahead": the seconds by which it was moved,
      "faults": [{ "fault": …, "endpoint": name or null, "times": left or null }],
      "users": [USER],
      "signed_in": a user_id,
      "decision": "ask", "allow", "deny", or a list of scopes
    }

    The file of --ready-file
    {
      "kind": "workbench practice server",
      "base_url": such as "http://127.0.0.1:40123",
      "port": a number,
      "pid": the process ID; SIGTERM stops the server,
      "control_token": the token; null without --control
    }
      The complete file appears once the server listens. Only its owner can read it.
      The server removes it when it stops. It replaces a file that a killed server
      left, but not a file of another program.

    workbench help practice-tests has recipes for pytest, JUnit, Go, and the shell.

    """
}
