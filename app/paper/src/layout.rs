//! Where each line stands, in points from the upper left of an A4 page.

use crate::{
    Block, Paper,
    face::{Face, Weight},
};

pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const MARGIN: f32 = 57.0;
/// Where the foot of a page begins.
pub(crate) const FOOT: f32 = HEIGHT - 34.0;

const BODY: Style = Style { size: 10.5, weight: Weight::Regular, is_quiet: false };
const STRONG: Style = Style { weight: Weight::Bold, ..BODY };
const QUIET: Style = Style { is_quiet: true, ..BODY };
const HEADING: Style = Style { size: 14.0, weight: Weight::Bold, is_quiet: false };
const TITLE: Style = Style { size: 24.0, weight: Weight::Bold, is_quiet: false };
pub(crate) const SMALL: Style = Style { size: 8.5, weight: Weight::Regular, is_quiet: true };

/// Between two columns of a table.
const GAP: f32 = 14.0;
/// What is as wide as its column fits into it, however its width was added up.
const ROUNDING: f32 = 0.5;

/// How a line looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    /// In points.
    pub size: f32,
    pub weight: Weight,
    pub is_quiet: bool,
}

impl Style {
    fn leading(self) -> f32 {
        self.size * 1.42
    }

    pub(crate) fn width(self, text: &str) -> f32 {
        Face::of(self.weight).map_or(0.0, |face| face.width(text, self.size))
    }
}

/// What is drawn.
#[derive(Debug)]
pub(crate) enum Mark {
    /// A line of words, its baseline beginning here.
    Line { x: f32, y: f32, style: Style, text: String, leaf: usize },
    /// A thin line across the page.
    Rule { y: f32 },
}

/// What a line belongs to, for those who have it read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaf {
    Title,
    /// Of a part: which of the outline, counted from 0.
    Heading(usize),
    Words,
    /// A cell of a table: which table and row, counted from 0.
    Cell {
        table: usize,
        row: usize,
    },
}

/// A document laid out.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// What stands on each page.
    pub pages: Vec<Vec<Mark>>,
    /// What lines belong to, in the order in which it is read.
    pub leaves: Vec<Leaf>,
    /// The titles of the parts, each with its page and height.
    pub outline: Vec<(String, usize, f32)>,
    y: f32,
    tables: usize,
}

/// Lays a document out.
pub(crate) fn layout(paper: &Paper) -> Layout {
    let mut layout = Layout { pages: vec![Vec::new()], y: MARGIN, ..Layout::default() };
    layout.paragraph(Leaf::Words, SMALL, &paper.overline);
    layout.y += 4.0;
    layout.paragraph(Leaf::Title, TITLE, &paper.title);
    layout.y += 10.0;
    for block in &paper.blocks {
        layout.block(block);
    }
    layout
}

impl Layout {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => {
                self.y += 16.0;
                // A heading never stands alone at the end of a page.
                self.keep(HEADING.leading() + 3.0 * BODY.leading());
                let part = self.outline.len();
                self.outline.push((words.clone(), self.pages.len() - 1, self.y));
                self.paragraph(Leaf::Heading(part), HEADING, words);
                self.y += 2.0;
            }
            Block::Words(words) => {
                self.paragraph(Leaf::Words, BODY, words);
                self.y += 4.0;
            }
            Block::Note(words) => {
                self.paragraph(Leaf::Words, QUIET, words);
                self.y += 4.0;
            }
            Block::Row { main, about, more } => {
                self.y += 3.0;
                self.keep(2.0 * BODY.leading());
                self.paragraph(Leaf::Words, STRONG, main);
                self.paragraph(Leaf::Words, QUIET, about);
                for words in more {
                    self.paragraph(Leaf::Words, BODY, words);
                }
                self.rule();
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    /// Goes on at the top of the next page where so much does not fit any more.
    fn keep(&mut self, height: f32) {
        if self.y + height > FOOT - 14.0 && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }

    fn rule(&mut self) {
        self.y += 4.0;
        self.put(Mark::Rule { y: self.y });
        self.y += 2.0;
    }

    fn leaf(&mut self, leaf: Leaf) -> usize {
        self.leaves.push(leaf);
        self.leaves.len() - 1
    }

    fn paragraph(&mut self, leaf: Leaf, style: Style, words: &str) {
        let lines = wrap(style, words, WIDTH - 2.0 * MARGIN);
        if lines.is_empty() {
            return;
        }
        let leaf = self.leaf(leaf);
        for text in lines {
            self.keep(style.leading());
            self.y += style.leading();
            self.put(Mark::Line { x: MARGIN, y: self.y - 0.3 * style.size, style, text, leaf });
        }
    }

    /// Columns are as wide as their widest cell where all fit, and equally wide where they do not.
    fn table(&mut self, rows: &[Vec<String>]) {
        let table = self.tables;
        self.tables += 1;
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let room = WIDTH - 2.0 * MARGIN;
        let style = |row: usize| if row == 0 { Style { size: BODY.size, ..SMALL } } else { BODY };
        let widest = |column: usize| {
            let cells = rows.iter().enumerate().filter_map(|(n, row)| Some(style(n).width(row.get(column)?)));
            cells.fold(0.0, f32::max) + GAP
        };
        let mut widths: Vec<f32> = (0..columns).map(widest).collect();
        let free = room - widths.iter().sum::<f32>();
        if free < 0.0 {
            let equal = room / f32::from(u16::try_from(widths.len()).unwrap_or(u16::MAX));
            widths.fill(equal);
        } else if let Some(last) = widths.last_mut() {
            *last += free;
        }
        for (n, row) in rows.iter().enumerate() {
            let style = style(n);
            let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| wrap(style, cell, width - GAP + ROUNDING)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            let leaves: Vec<usize> = cells.iter().map(|_| self.leaf(Leaf::Cell { table, row: n })).collect();
            for line in 0..height {
                self.keep(style.leading());
                self.y += style.leading();
                let mut left = MARGIN;
                for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
                    if let Some(text) = cell.get(line) {
                        let is_number = column > 0 && column + 1 == columns;
                        let x = if is_number { left + width - style.width(text) } else { left };
                        let y = self.y - 0.3 * style.size;
                        self.put(Mark::Line { x, y, style, text: text.clone(), leaf: leaves[column] });
                    }
                    left += width;
                }
            }
            self.rule();
        }
    }
}

/// A text in lines that are no wider than this; a word that is wider is broken.
fn wrap(style: Style, text: &str, width: f32) -> Vec<String> {
    let Some(face) = Face::of(style.weight) else { return Vec::new() };
    let space = style.width(" ");
    let mut lines = Vec::new();
    for line in text.lines() {
        let (mut current, mut used) = (String::new(), 0.0);
        for word in line.split([' ', '\t']).filter(|word| !word.is_empty()) {
            let word = face.readable(word);
            let needed = style.width(&word);
            if !current.is_empty() && used + space + needed <= width {
                current.push(' ');
                current.push_str(&word);
                used += space + needed;
                continue;
            }
            if !current.is_empty() {
                lines.push(std::mem::take(&mut current));
            }
            used = 0.0;
            for letter in word.chars() {
                let letter_width = style.width(letter.encode_utf8(&mut [0; 4]));
                if used + letter_width > width && !current.is_empty() {
                    lines.push(std::mem::take(&mut current));
                    used = 0.0;
                }
                current.push(letter);
                used += letter_width;
            }
        }
        if !current.is_empty() {
            lines.push(current);
        }
    }
    lines
}
