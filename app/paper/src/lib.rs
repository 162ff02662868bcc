//! Documents on A4, as PDF: what they say in order, with tags for those who have it read aloud, and fonts of their own, so
//! that they look the same in twenty years (PDF/A-2, PDF/UA-1).

mod draw;
mod face;
mod layout;

use jiff::Timestamp;

/// A document.
#[derive(Debug, Clone)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// Whose it is; stands above the title.
    pub overline: String,
    /// Stands at the foot of each page, beside its number.
    pub foot: String,
    /// The language of the words that are not somebody's own, as BCP 47 has it.
    pub language: &'static str,
    /// When what it says became so.
    pub at: Timestamp,
    /// What it says, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Debug, Clone)]
pub enum Block {
    /// What the next ones are about.
    Heading(String),
    /// A paragraph; lines stay lines.
    Words(String),
    /// A paragraph that matters less.
    Note(String),
    /// A line of a list.
    Row {
        /// What it is about.
        main: String,
        /// What there is to know of it.
        about: String,
        /// Further paragraphs.
        more: Vec<String>,
    },
    /// A table: the first row heads the columns, the last column holds numbers.
    Table(Vec<Vec<String>>),
}

/// Why a document cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("a document cannot be made: {0}")]
pub struct PaperError(String);

impl Paper {
    /// The document as a PDF.
    ///
    /// # Errors
    /// [`PaperError`] where what was laid out breaks a rule of its format.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PaperError> {
        draw::draw(self, &layout::layout(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(blocks: Vec<Block>) -> Paper {
        let (title, overline, foot) = ("Quarter 4, 2026".to_owned(), "Northline".to_owned(), "Lakeside".to_owned());
        Paper { title, overline, foot, language: "en", at: Timestamp::UNIX_EPOCH, blocks }
    }

    /// How many pages a PDF says that it has.
    fn pages(pdf: &[u8]) -> usize {
        let text = String::from_utf8_lossy(pdf);
        let count = text.split("/Count ").nth(1).and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
        count.and_then(|count| count.parse().ok()).unwrap_or(0)
    }

    #[test]
    fn a_document_of_all_kinds_of_parts_keeps_the_rules_of_its_format() {
        let row = |main: &str| Block::Row {
            main: main.to_owned(),
            about: "Verkko, 4. joulukuuta".to_owned(),
            more: vec!["Before: 27 November. The switches came late.".to_owned()],
        };
        let cells = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let all = paper(vec![
            Block::Words("Two weeks late,\nand quiet since.".to_owned()),
            Block::Heading("Delivered".to_owned()),
            row("Switches in hall 3"),
            row("Ķēde ß Ж 漢 🙂 \u{7} \u{202e}"),
            Block::Heading("Invoiced".to_owned()),
            Block::Table(vec![cells(["Invoice", "Date", "To pay"]), cells(["1001", "2 November", "−1 234,50 €"])]),
            Block::Note(String::new()),
        ]);
        let pdf = all.to_pdf().unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"));
        assert_eq!(pages(&pdf), 1);
        assert!(pdf.len() < 60_000, "{} bytes: only the letters that are used are in it", pdf.len());
    }

    #[test]
    fn what_is_longer_than_a_page_goes_on_and_a_word_wider_than_a_line_is_broken() {
        let pdf = paper(vec![Block::Words("A long line of words. ".repeat(1_000))]).to_pdf().unwrap();
        assert!((4..=8).contains(&pages(&pdf)), "{}", pages(&pdf));
        let wide = "x".repeat(5_000);
        let table = Block::Table(vec![vec!["Number".to_owned(), "Sum".to_owned()], vec![wide.clone(), wide.clone()]]);
        let row = Block::Row { main: wide.clone(), about: wide, more: Vec::new() };
        assert!(pages(&paper(vec![row, table]).to_pdf().unwrap()) > 1);
    }

    #[test]
    fn the_same_said_at_the_same_moment_is_the_same_file() {
        let one = paper(vec![Block::Words("Held".to_owned())]).to_pdf().unwrap();
        assert_eq!(one, paper(vec![Block::Words("Held".to_owned())]).to_pdf().unwrap());
    }
}
