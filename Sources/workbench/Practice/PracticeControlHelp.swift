/// The documentation of `practice --control`.
enum PracticeControlHelp {
  static let text = """
    Controlling the practice server in tests

    workbench practice --control answers four more paths. They are for programs on
    this machine: --control and --expose-to-network exclude each other. Each request
    is a POST with the token that practice prints at its start:

      Authorization: Bearer TOKEN

    The token is new at each start. --ready-file FILE writes it to a file, too. No
    answer has a CORS field, no fault strikes here, and the log shows each request.

    The body is a JSON object of at most 65536 bytes; an empty body is {}. The
    answer is JSON. 200 comes with STATE, below. Everything else comes with
    { "error": one sentence: what was expected, what came, and what to do }:
    400 for a wrong body, 401 without the token, 404 for another path, 405 for
    another method. A request that is refused changes nothing.

    POST /practice/reset
    { "keep_users": true or false (default) }
      Forgets every code, token, consent, page and rate count, sets the clock back,
      and has the faults of --fault again. The decision is that of the start. So are
      the users, and who is signed in, unless keep_users is true.

    POST /practice/faults
    { "fault": a name from practice --rules,
      "endpoint": "authorize", "token", "introspect", "revoke", "metadata",
        "profile", "steps" or "sleep"; without it, wherever the fault strikes,
      "times": 1 to 1000000, the number of requests that it strikes; without it,
        all; 0 switches the fault off }
      Sets one fault, instead of the same one at the same endpoint. At most 32 can
      be on. Faults of the redirect belong to "authorize".
    { "fault": null }
      Switches all faults off, those of --fault included.

    POST /practice/clock
    { "seconds": 0 to 315360000 }
      Moves the clock of the server forward, so that codes and tokens expire without
      waiting. All moves together are at most 315360000 seconds, ten years.

    POST /practice/users, with at least one of these members
    { "users": [USER], added, or put in the place of those with the same user_id,
      "sign_in": the user_id of the user who is signed in from now on, in every
        browser and without one,
      "decision": "ask" shows the pages, "allow" grants everything requested,
        "deny" answers with access_denied, and a list of scopes grants what is
        requested of them; none of these but "ask" shows a page }
      There can be 500 users.

    USER
    {
      "user_id": 1 to 32 letters and digits of ASCII,
      "name": 1 to 100 characters (default: the user_id),
      "steps": 0 to 1000000, the steps of each day,
      "minutes_asleep": 0 to 1440, of each night,
      "minutes_in_bed": 0 to 1440, of each night; a number that is left out or null
        is invented, another one each day
    }

    STATE
    {
      "now": the server's clock, in seconds since 1970-01-01 00:00 UTC,
      "clock_ahead": the seconds by which it was moved,
      "faults": [{ "fault": …, "endpoint": name or null, "times": left or null }],
      "users": [USER],
      "signed_in": a user_id,
      "decision": "ask", "allow", "deny" or a list of scopes
    }

    The file of --ready-file
    {
      "kind": "workbench practice server",
      "base_url": such as "http://127.0.0.1:40123",
      "port": a number,
      "pid": the process to end with SIGTERM,
      "control_token": the token; null without --control
    }
      It appears as a whole once the server listens, only its owner may read it, and
      it is removed when the server stops. A file that another program wrote is not
      overwritten; one that a killed server left is replaced.

    workbench help practice-tests has recipes for pytest, JUnit, Go and the shell.

    """
}
