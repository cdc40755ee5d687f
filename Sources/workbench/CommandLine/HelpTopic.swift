import Runs
import Transcript

/// A text of `help` that is about no single command.
enum HelpTopic: String, CaseIterable {
  case json
  case exitCodes = "exit-codes"
  case liveMode = "live-mode"
  case practiceControl = "practice-control"
  case practiceTests = "practice-tests"

  /// The topic's text.
  func text(_ style: TextStyle) -> String {
    switch self {
    case .json: HelpText.fitted(Self.jsonContract, style)
    case .liveMode: HelpText.fitted(LiveModeHelp.text, style)
    case .practiceControl: HelpText.fitted(PracticeControlHelp.text, style)
    case .practiceTests: HelpText.fitted(PracticeRecipes.text, style)
    case .exitCodes:
      "Exit codes\n"
        + HelpText.table(
          ExitCode.allCases.map { (String($0.rawValue), $0.meaning) }, style, breaksEarly: false)
    }
  }

  private static let jsonContract = """
    The document that --format json prints

    {
      "flow": "pkce",
      "mode": "dry-run",
      "scenario": NAME or null,
      "server": the server's name,
      "steps": [
        {
          "number": 1 to 5; 0 for what comes before, 6 for what comes after,
          "name": such as "code-verifier",
          "title": for a person,
          "sends": REQUEST or null,
          "received": RESPONSE or null,
          "inputs": [PARAMETER],
          "outputs": [PARAMETER],
          "deviations": [{ "text": …, "reference": … }], where an answer that is no recording departs
            from the specifications
        }
      ],
      "outcome": "completed" or "failed",
      "failure": null or {
        "step": the number of the step that stopped,
        "reason": in lower case with underscores, such as "state_mismatch",
        "message": one sentence,
        "next": what to do, and which lesson explains why,
        "findings": [FINDING], what the messages show of the cause, the worst first
      }
    }

    REQUEST
    {
      "channel": "front" (through the browser) or "back" (directly),
      "method": "GET" or "POST",
      "url": the whole URL,
      "fields": [{ "name": …, "value": … }] in the order in which they are sent,
      "body": text, "" without one
    }

    RESPONSE
    {
      "status": a number; null for a redirect of which only the URL is known,
      "fields": [{ "name": …, "value": … }] in the order in which they came,
      "body": text; bytes that are no UTF-8 become U+FFFD,
      "origin": ORIGIN
    }

    PARAMETER
    {
      "name": the wire name where it goes over the wire,
      "value": complete and unencoded,
      "meaning": what it is for,
      "reference": document, section and its heading; null if unknown,
      "origin": ORIGIN,
      "secret": true or false
    }

    ORIGIN is "computed", "given", "recorded", "practice" or "live".

    A value that is hidden reads <NAME hidden>, or <hidden TYPE of N characters> if
    no specification known here explains it. The document is complete also when a
    step stops: steps has every step up to that one, and the exit code is not 0.

    The document that challenge --format json prints

    {
      "verdict": "derived", "equal" or "different"; without a verifier "possible" or
        "impossible",
      "code_verifier": the new verifier of --random; otherwise null,
      "code_challenge": the right challenge; null without a usable verifier,
      "code_challenge_method": "S256",
      "received": the challenge of --compare; null without one,
      "findings": [FINDING], illegal characters first,
      "derivation": [PARAMETER] with --explain, otherwise empty
    }

    The document that explain --format json prints

    {
      "messages": [
        {
          "kind": KIND,
          "title": the kind for a person,
          "form": how it was given, such as "a URL"; for a HAR file, the number of its
            entry and the status, such as "entry 3, status 302",
          "parts": [PARAMETER], header fields first
        }
      ],
      "findings": [
        {
          "messages": the numbers of the messages that it is about, counted from 1,
          and the members of FINDING
        }
      ], the worst first,
      "unrecognized": the number of pieces of text that are no known message,
      "skipped": the number of entries of HAR files without a message of OAuth,
      "hidden": [NAME], the names of the values that are hidden, each once
    }

    KIND is "authorization_request", "authorization_response", "token_request",
    "token_response", "token_use_request", "introspection_response",
    "revocation_response", "resource_request", "resource_response",
    "www_authenticate", "jwt", "error_code", "metadata", "value" or "other_url".

    FINDING
    {
      "severity": "wrong", "risky" or "note",
      "causes": words such as "padding_left_on"; several if all of them together
        give the value, none if no known cause does,
      "text": one sentence,
      "why": the consequence or the reason, "" without one,
      "action": what to do, "" for nothing,
      "reference": document, section and its heading; null without one,
      "lesson": the number of the lesson that explains it
    }

    """
}
