//! What a survey asks beside its first question, and what many answers to that say together.

use super::{Scale, half_root};
use crate::id::FeedbackId;

words! {
    /// How a further question is answered.
    QuestionKind {
        /// With a score of 1 to 10.
        Ten = "ten",
        /// With one of a few choices.
        Choice = "choice",
        /// In words.
        Words = "words",
    }
}

/// The most questions that a survey has, with the first.
pub const MOST_QUESTIONS: usize = 9;

/// The fewest and the most choices that a question has.
const CHOICES: std::ops::RangeInclusive<usize> = 2..=10;

/// A further question; it may be left unanswered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyQuestion {
    /// Its place, from 2.
    pub n: i64,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What is asked.
    pub words: String,
    /// What can be chosen; none where nothing can.
    pub choices: Vec<String>,
}

/// What one answer to a survey says to a further question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyAnswer {
    /// Which answer.
    pub feedback: FeedbackId,
    /// To which question.
    pub n: i64,
    /// The score, the number of the choice from 1, or the words.
    pub answer: String,
}

impl SurveyQuestion {
    /// Reads a line such as "Which hall is next? Hall 3; Hall 4" into the question and its choices; none where it has fewer
    /// than two or more than ten.
    #[must_use]
    pub fn read_choice(line: &str) -> Option<(String, Vec<String>)> {
        let (question, choices) = line.split_at(line.find(['?', ':'])? + 1);
        let choices: Vec<_> = choices.split(';').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        (question.len() > 1 && CHOICES.contains(&choices.len())).then(|| (question.trim().to_owned(), choices))
    }

    /// Whether it can be answered with this.
    #[must_use]
    pub fn takes(&self, answer: &str) -> bool {
        let number = answer.parse::<i64>().ok().filter(|number| number.to_string() == answer);
        match self.kind {
            QuestionKind::Ten => number.is_some_and(|score| Scale::Ten.has(score)),
            QuestionKind::Choice => number.is_some_and(|number| self.choice(number).is_some()),
            QuestionKind::Words => !answer.trim().is_empty(),
        }
    }

    /// The choice with this number, from 1.
    #[must_use]
    pub fn choice(&self, number: i64) -> Option<&str> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        self.choices.get(at).map(String::as_str)
    }
}

/// What part of all who answered chose the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// How many did.
    pub count: i64,
    /// In percent.
    pub percent: i64,
    /// How many percent the true part may be from that (95 %); none where one answer alone tells nothing of that.
    pub margin: Option<i64>,
}

impl Share {
    /// The part of `n` that `count` are; none where nobody answered.
    #[must_use]
    pub fn of(count: i64, n: i64) -> Option<Self> {
        if n < 1 || !(0..=n).contains(&count) {
            return None;
        }
        // 1.96 x 100 x sqrt(p x (1 - p) / n), with counts in the place of parts.
        let [part, all] = [i128::from(count), i128::from(n)];
        let margin = half_root(4 * 38_416 * part * (all - part) / (all * all * all)).filter(|_| n > 1);
        Some(Self { count, percent: (200 * count + n).div_euclid(2 * n), margin })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: QuestionKind, choices: &[&str]) -> SurveyQuestion {
        let choices = choices.iter().map(|&choice| choice.to_owned()).collect();
        SurveyQuestion { n: 2, kind, words: "Which?".to_owned(), choices }
    }

    #[test]
    fn a_line_is_a_question_and_its_choices() {
        let read = SurveyQuestion::read_choice("Which hall is next?  Hall 3; Hall 4 ;; Neither");
        let choices = ["Hall 3", "Hall 4", "Neither"].map(str::to_owned).to_vec();
        assert_eq!(read, Some(("Which hall is next?".to_owned(), choices)));
        for line in
            ["", "Which hall?", "Which hall? Hall 3", "Hall 3; Hall 4", "? Hall 3; Hall 4", &format!("So? {}", "a;".repeat(11))]
        {
            assert_eq!(SurveyQuestion::read_choice(line), None, "{line}");
        }
    }

    #[test]
    fn a_question_takes_its_own_answers_and_no_others() {
        let ten = question(QuestionKind::Ten, &[]);
        assert_eq!(
            ["0", "1", "10", "11", "07", "", "good"].map(|it| ten.takes(it)),
            [false, true, true, false, false, false, false]
        );
        let choice = question(QuestionKind::Choice, &["Hall 3", "Hall 4"]);
        assert_eq!(["0", "1", "2", "3", "-1", "Hall 3"].map(|it| choice.takes(it)), [false, true, true, false, false, false]);
        assert_eq!((choice.choice(2), choice.choice(3)), (Some("Hall 4"), None));
        let words = question(QuestionKind::Words, &[]);
        assert_eq!(["The night shift", " "].map(|it| words.takes(it)), [true, false]);
    }

    #[test]
    fn a_share_says_how_far_the_truth_may_be() {
        // 1.96 x sqrt(0.6 x 0.4 / 10) is 30.4 %.
        assert_eq!(Share::of(6, 10), Some(Share { count: 6, percent: 60, margin: Some(30) }));
        assert_eq!(Share::of(1, 1), Some(Share { count: 1, percent: 100, margin: None }), "one alone says nothing of others");
        assert_eq!(Share::of(0, 4).unwrap().margin, Some(0));
        assert_eq!(Share::of(2, 3).unwrap().percent, 67);
        assert_eq!((Share::of(0, 0), Share::of(2, 1)), (None, None));
    }
}
