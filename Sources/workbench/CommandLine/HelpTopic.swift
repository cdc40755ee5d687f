import Runs
import Transcript

/// A topic of `help` that does not belong to one command.
enum HelpTopic: String, CaseIterable {
  case json
  case exitCodes = "exit-codes"
  case liveMode = "live-mode"
  case practiceControl = "practice-control"
  case practiceTests = "practice-tests"

  /// Returns the topic's text.
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
    The document of --format json

    {
      "flow": "pkce",
      "mode": "dry-run",
      "scenario": NAME or null,
      "server": the server's name,
      "steps": [
        {
          "number": 1 to 5; 0 before these steps, 6 after them,
          "name": such as "code-verifier",
          "title": for people,
          "sends": REQUEST or null,
          "received": RESPONSE or null,
          "inputs": [PARAMETER],
          "outputs": [PARAMETER],
          "deviations": [{"text": …, "reference": …}], departures from the
            specifications, unless the response is recorded
        }
      ],
      "outcome": "completed" or "failed",
      "failure": null or {
        "step": the number of the failed step,
        "reason": such as "state_mismatch",
        "message": one sentence,
        "next": what to do, and the lesson that explains why,
        "findings": [FINDING], evidence of the cause, worst first
      }
    }

    REQUEST
    {
      "channel": "front" (through the browser) or "back" (direct),
      "method": "GET" or "POST",
      "url": the whole URL,
      "fields": [{"name": …, "value": …}], in order,
      "body": text, or ""
    }

    RESPONSE
    {
      "status": a number, or null for a redirect known only by its URL,
      "fields": [{"name": …, "value": …}], in order,
      "body": text; invalid UTF-8 becomes U+FFFD,
      "origin": ORIGIN
    }

    PARAMETER
    {
      "name": the wire name, if it has one,
      "value": complete and unencoded,
      "meaning": its purpose,
      "reference": document, section, and heading, or null,
      "origin": ORIGIN,
      "secret": true or false
    }

    ORIGIN is "computed", "given", "recorded", "practice", or "live".

    A hidden value reads <NAME hidden>, or <hidden TYPE of N characters> if no
    specification known here explains it. If a step fails, steps ends with it, and
    the exit code is not 0.

    The document of challenge --format json

    {
      "verdict": "derived", "equal", or "different"; without a verifier, "possible"
        or "impossible",
      "code_verifier": the verifier from --random, or null,
      "code_challenge": the correct challenge; null without a usable verifier,
      "code_challenge_method": "S256",
      "received": the challenge from --compare, or null,
      "findings": [FINDING], illegal characters first,
      "derivation": [PARAMETER], empty without --explain
    }

    The document of explain --format json

    {
      "messages": [
        {
          "kind": KIND,
          "title": the kind, for people,
          "form": such as "a URL"; for a HAR file, "entry 3, status 302",
          "parts": [PARAMETER], header fields first
        }
      ],
      "findings": [
        {
          "messages": the numbers of its messages, from 1,
          and the members of FINDING
        }
      ], worst first,
      "unrecognized": the number of unrecognized texts,
      "skipped": the number of HAR entries without OAuth,
      "hidden": [NAME], each hidden value once
    }

    KIND is "authorization_request", "authorization_response", "token_request",
    "token_response", "token_use_request", "introspection_response",
    "revocation_response", "resource_request", "resource_response",
    "www_authenticate", "jwt", "error_code", "metadata", "value", or "other_url".

    FINDING
    {
      "severity": "wrong", "risky", or "note",
      "causes": such as "padding_left_on"; several if only together they explain
        the value, empty if none is known,
      "text": one sentence,
      "why": the consequence or reason, or "",
      "action": what to do, or "",
      "reference": document, section, and heading, or null,
      "lesson": the number of its lesson
    }

    The document of check --format json

    {
      "command": [the words of COMMAND],
      "cases": [
        {
          "id": such as "B1",
          "title": the situation, for people,
          "stage": "A" to "E",
          "level": "must", "should", or "practice",
          "section": such as "RFC 6749 §10.12",
          "lesson": the number of its lesson,
          "verdict": "passed", "failed", "not_reached", or "skipped",
          "note": a remark, or the reason for not_reached or skipped, or "",
          "expected": the behavior that passes,
          "received": the proof of a failure, or "",
          "advice": what to change,
          "seconds": the duration
        }
      ],
      "summary": the number of cases for each verdict, and "stale", the
        identifiers from --expected that pass now
    }

    With --list, it is the list of cases, without the members about a run, and with
    "needs", the options without which a case is skipped.

    """
}
