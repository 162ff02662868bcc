//! Surveys: a score with its reason, up to eight further questions, and what many answers say together, with how sure that is.

mod delivery;
mod level;
mod question;

pub use delivery::{OfUse, USE_DAYS, use_due};
pub use level::{Level, LevelResult, YEAR, YearlyQuestions};
pub use question::{MOST_QUESTIONS, QuestionKind, Share, SurveyAnswer, SurveyQuestion};

use crate::{
    id::{MilestoneId, SurveyId},
    person::Language,
};
use jiff::Timestamp;

words! {
    /// From how much to how much a score goes.
    Scale {
        /// 0 to 10: how likely somebody is to recommend the supplier.
        Nps = "nps",
        /// 1 to 10, for a question of one's own.
        Ten = "ten",
    }
}

impl Scale {
    /// The lowest score.
    #[must_use]
    pub const fn lowest(self) -> i64 {
        match self {
            Self::Nps => 0,
            Self::Ten => 1,
        }
    }

    /// Whether it has this score.
    #[must_use]
    pub const fn has(self, score: i64) -> bool {
        score >= self.lowest() && score <= 10
    }
}

/// A survey and how many answered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Which.
    pub id: SurveyId,
    /// From how much to how much.
    pub scale: Scale,
    /// What is asked; empty for the standard question of its scale.
    pub words: String,
    /// The milestone after which it is asked, with its name.
    pub milestone: Option<(MilestoneId, String)>,
    /// The language of who sent it.
    pub language: Language,
    /// When.
    pub sent_at: Timestamp,
    /// How many were asked.
    pub asked: i64,
    /// On which level it asks, where it is one that asks once a year.
    pub level: Option<Level>,
    /// What it asks the use of, where it is one that asks that; its words name it.
    pub of_use: Option<OfUse>,
    /// How many questions it has beside the first.
    pub further: i64,
    /// Every score that was given.
    pub scores: Vec<i64>,
}

/// What many scores say together: the value, and how far the true one may be from it (95 %); of few answers that is far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// How many answered.
    pub n: i64,
    /// The value: from -100 to 100 for [`Scale::Nps`], in tenths for [`Scale::Ten`].
    pub value: i64,
    /// How far the true value may be from it, in the same unit; none where one answer alone tells nothing of that.
    pub margin: Option<i64>,
}

/// How scores of 0 to 10 fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shares {
    /// 9 and 10.
    pub promoters: i64,
    /// 7 and 8.
    pub passives: i64,
    /// 0 to 6.
    pub detractors: i64,
}

impl Shares {
    /// How these scores fall.
    #[must_use]
    pub fn of(scores: &[i64]) -> Self {
        let mut shares = Self::default();
        for score in scores {
            match score {
                9.. => shares.promoters += 1,
                7 | 8 => shares.passives += 1,
                _ => shares.detractors += 1,
            }
        }
        shares
    }
}

/// The root of `value / 4`, rounded: the root of four times a number, halved.
fn half_root(value: i128) -> Option<i64> {
    i64::try_from(u128::try_from(value).ok()?.isqrt().div_ceil(2)).ok()
}

impl Summary {
    /// What these scores say; none where nobody answered.
    #[must_use]
    pub fn of(scale: Scale, scores: &[i64]) -> Option<Self> {
        let n = i64::try_from(scores.len()).ok().filter(|n| *n > 0)?;
        match scale {
            Scale::Nps => {
                let Shares { promoters, detractors, .. } = Shares::of(scores);
                let lead = promoters - detractors;
                // 1.96 x 100 x sqrt((p + d - (p - d)^2) / n), with counts in the place of shares.
                let [count, spread] = [i128::from(n), i128::from((promoters + detractors) * n - lead * lead)];
                let margin = half_root(4 * 38_416 * spread / (count * count * count)).filter(|_| n > 1);
                Some(Self { n, value: (200 * lead + n).div_euclid(2 * n), margin })
            }
            Scale::Ten => {
                let sum: i64 = scores.iter().sum();
                let squares: i64 = scores.iter().map(|score| score * score).sum();
                let [count, spread] = [i128::from(n), i128::from(n * squares - sum * sum)];
                // 1.96 x s / sqrt(n), in tenths.
                let margin = (n > 1).then(|| half_root(153_664 * spread / (100 * count * count * (count - 1)))).flatten();
                Some(Self { n, value: (20 * sum + n).div_euclid(2 * n), margin })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_six_is_a_detractor_a_seven_and_an_eight_are_passive_a_nine_is_a_promoter() {
        let of = |score| {
            let Shares { promoters, passives, detractors } = Shares::of(&[score]);
            (promoters, passives, detractors)
        };
        assert_eq!([0, 6].map(of), [(0, 0, 1); 2]);
        assert_eq!([7, 8].map(of), [(0, 1, 0); 2]);
        assert_eq!([9, 10].map(of), [(1, 0, 0); 2]);
    }

    #[test]
    fn six_promoters_of_ten_and_two_detractors_are_40_give_or_take_50() {
        let scores = [9, 9, 9, 10, 10, 10, 7, 8, 0, 6];
        assert_eq!(Summary::of(Scale::Nps, &scores), Some(Summary { n: 10, value: 40, margin: Some(50) }));
    }

    #[test]
    fn nobody_and_one_alone_say_nothing_of_others() {
        for scale in [Scale::Nps, Scale::Ten] {
            assert_eq!(Summary::of(scale, &[]), None);
            assert_eq!(Summary::of(scale, &[10]).unwrap().margin, None);
        }
        assert_eq!(Summary::of(Scale::Nps, &[0]).unwrap().value, -100);
        assert_eq!(Summary::of(Scale::Nps, &[7, 8]), Some(Summary { n: 2, value: 0, margin: Some(0) }));
        assert_eq!(Summary::of(Scale::Nps, &[0, 0, 10]).unwrap().value, -33, "rounded to the nearest");
    }

    #[test]
    fn a_mean_has_one_decimal_and_its_margin_too() {
        // The mean of 8, 9 and 10 is 9; s = 1, and 1.96 / sqrt(3) = 1.13.
        assert_eq!(Summary::of(Scale::Ten, &[8, 9, 10]), Some(Summary { n: 3, value: 90, margin: Some(11) }));
        assert_eq!(Summary::of(Scale::Ten, &[8, 9, 9]).unwrap().value, 87);
    }

    #[test]
    fn a_scale_has_its_own_scores_and_no_others() {
        assert_eq!([-1, 0, 1, 10, 11].map(|score| Scale::Nps.has(score)), [false, true, true, true, false]);
        assert_eq!([0, 1, 10, 11].map(|score| Scale::Ten.has(score)), [false, true, true, false]);
    }
}
