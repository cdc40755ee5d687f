import HTTPMessages
import Transcript
import Vocabulary

extension RunRecording {
  /// The messages without secrets, by their steps.
  static func texts(
    of report: Report, _ conceal: Concealment, _ provenance: [String]
  ) -> [(Int, HTTPMessageText)] {
    report.steps.compactMap { step in
      let number = step.heading.number
      if let request = step.sends {
        return (number, HTTPMessageText(conceal(request), remarks: provenance))
      }
      switch step.received?.message {
      case .redirect(let redirect):
        let isSeen = redirect.status != nil
        let remark = "The browser brought the address alone; status and field are the workbench's."
        let location = HTTPField("Location", conceal(redirect).url)
        return (
          number,
          HTTPMessageText(
            HTTPResponse(status: redirect.status ?? 302, fields: [location]),
            remarks: provenance + (isSeen ? [] : [remark]))
        )
      case .response(let response):
        let (hidden, remarks) = conceal(response)
        return (number, HTTPMessageText(hidden, remarks: provenance + remarks))
      case nil: return nil
      }
    }
  }

  static func complaint(_ fault: Concealment.Fault) -> Complaint {
    switch fault {
    case .ordinary(let name):
      Complaint(
        .cannotCreate,
        "Nothing was recorded: the \(name) of this run is so short, or so ordinary a word, that it "
          + "cannot be told from the rest of the messages.",
        next: Advice("Use a longer one that nobody can guess, and walk again."))
    case .tooMany:
      Complaint(
        .cannotCreate,
        "Nothing was recorded: the answers hold so many values which look like secrets that they "
          + "cannot all be replaced.")
    case .stillThere(let placeholder):
      Complaint(
        .cannotCreate,
        "Nothing was recorded: the secret which \(placeholder) stands for could still be found in the "
          + "files.")
    }
  }
}
