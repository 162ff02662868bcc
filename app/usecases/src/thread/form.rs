//! The forms of a thread.

use crate::form::{Choice, Problem, confirm, form, line, listed, one_of, prose, tick};
use coplan_domain::{
    acceptance::Verdict,
    id::{MessageId, NoteId, ThreadId},
    text::{Line, Prose},
    thread::About,
};

const VERDICTS: &[Choice] = &[
    Choice::new(Verdict::Approved.as_str(), "file-approve").hint("file-approve-hint"),
    Choice::new(Verdict::Refused.as_str(), "file-refuse").hint("file-refuse-hint"),
];

form! {
    /// A question with its first message.
    ReadOpening {
        /// The question in one line.
        title: Line = line("thread-title-label").autocomplete("off"),
        /// The first message, in small Markdown.
        text: Prose = prose("thread-text-label").hint("thread-markdown-hint"),
    }

    /// A thread as it was typed. The ids were made when the form was drawn, so that sending it twice opens one thread.
    keyed OpenForm {
        /// The thread's id.
        key thread: ThreadId,
        /// The first message's id.
        key message: MessageId,
        /// What it is about.
        key about: About,
    }
}

form! {
    /// What is said in a thread.
    ReadReply {
        /// What is said, in small Markdown.
        text: Prose = prose("kept-text-label").hint("thread-markdown-hint"),
    }

    /// A reply as it was typed.
    keyed ReplyForm {
        /// The message's id, made when the form was drawn, so that sending it twice says it once.
        key message: MessageId,
    }
}

form! {
    /// What a message says from now on.
    ReadEdit {
        /// What it says, in small Markdown.
        text: Prose = prose("message-edit-label").hint("thread-markdown-hint"),
    }

    /// A message as its author says it otherwise.
    plain EditMessageForm {
        /// The message's revision when the form was drawn.
        carried revision: i64,
    }
}

form! {
    /// What a thread is about, and in which words.
    ReadChange {
        /// The question in one line.
        title: Line = line("thread-title-label").autocomplete("off"),
        /// What it is about; none where that stays.
        about: Option<About> = listed("thread-about-choice", &[]).hint("thread-about-choice-hint"),
    }

    /// Another subject as it was typed.
    plain ChangeThreadForm {
        /// What the title was when the form was drawn.
        carried was: String,
    } + {
        /// Whether more people may read it from then on.
        confirmed: bool = confirm("form-confirm"),
    }
}

form! {
    /// What a part of a thread is about, in one line.
    ReadSplit {
        /// The question.
        title: Line = line("thread-title-label").autocomplete("off"),
    }

    /// A part of a thread that becomes one of its own, as it was typed.
    new SplitForm { id: ThreadId }
}

form! {
    /// What is noted for colleagues.
    ReadNote {
        /// What is noted, in small Markdown. The field is called otherwise than the reply's, which is on the same page.
        note: Prose = prose("note-label"),
    }

    /// A note as it was typed.
    new NoteForm { id: NoteId }
}

form! {
    /// What came of a thread.
    ReadOutcome {
        /// What came of it, in one line.
        outcome: Line = line("thread-outcome-label").hint("thread-outcome-hint").autocomplete("off"),
    }

    /// A resolution as it was typed.
    plain ResolveForm {
        /// The thread's version when the form was drawn.
        carried version: i64,
    }
}

form! {
    /// What goes with a new version of a file.
    ReadVersion {
        /// What is different.
        text: Option<Prose> = prose("file-different").hint("file-different-hint"),
    }

    /// A new version of a file as it was sent; the file itself goes beside it.
    keyed NewVersionForm {
        /// The message's id, made when the form was drawn, so that sending it twice keeps one version.
        key message: MessageId,
    } + {
        /// Whether the other side is asked to approve it.
        asks_approval: bool = tick("file-ask"),
    }
}

form! {
    /// What is decided of a version.
    ReadDecision {
        /// What.
        verdict: Verdict = one_of("file-verdict", VERDICTS).stacked(),
        /// Why.
        reason: Option<Prose> = prose("file-reason").hint("file-reason-hint"),
    } => |problems| {
        if verdict == Some(Verdict::Refused) && matches!(reason, Some(None)) {
            problems.add("reason", Problem::Empty);
        }
    }

    /// What is decided, as it was chosen.
    plain DecideFileForm {}
}
