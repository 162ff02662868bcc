//! What was laid out, as a PDF.

use crate::{
    Paper, PaperError,
    face::Face,
    layout::{FOOT, HEIGHT, Layout, Leaf, MARGIN, Mark, SMALL, Style, WIDTH},
};
use jiff::tz::TimeZone;
use krilla::{
    Document, SerializeSettings,
    color::rgb,
    configure::{Accessibility, Archival, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree},
    text::TextDirection,
};
use std::num::NonZeroU16;

const INK: [u8; 3] = [24, 34, 48];
const QUIET: [u8; 3] = [86, 97, 112];
const RULE: [u8; 3] = [214, 219, 226];

pub(crate) fn draw(paper: &Paper, layout: &Layout) -> Result<Vec<u8>, PaperError> {
    let told = |cause: &dyn std::fmt::Debug| PaperError(format!("{cause:?}"));
    let rules = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|cause| told(&cause))?;
    let mut document = Document::new_with(SerializeSettings { configuration: rules, ..SerializeSettings::default() });
    let mut said: Vec<Vec<Identifier>> = layout.leaves.iter().map(|_| Vec::new()).collect();
    let count = layout.pages.len();
    for (n, marks) in layout.pages.iter().enumerate() {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| told(&"the size of a page"))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for mark in marks {
            match mark {
                Mark::Line { x, y, style, text, leaf } => {
                    said[*leaf].push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
                    // A word at the end of a line is one for those who have it read aloud, too.
                    write(&mut surface, (*x, *y), *style, &format!("{text} "));
                    surface.end_tagged();
                }
                Mark::Rule { y } => {
                    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
                    fill(&mut surface, RULE);
                    let mut path = PathBuilder::new();
                    if let Some(rule) = Rect::from_xywh(MARGIN, *y, WIDTH - 2.0 * MARGIN, 0.6) {
                        path.push_rect(rule);
                    }
                    if let Some(path) = path.finish() {
                        surface.draw_path(&path);
                    }
                    surface.end_tagged();
                }
            }
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        let number = format!("{} / {count}", n + 1);
        write(&mut surface, (MARGIN, FOOT), SMALL, &paper.foot);
        write(&mut surface, (WIDTH - MARGIN - SMALL.width(&number), FOOT), SMALL, &number);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(paper, layout, said));
    let mut outline = Outline::new();
    for (words, page, y) in &layout.outline {
        outline.push_child(OutlineNode::new(words.clone(), XyzDestination::new(*page, Point::from_xy(MARGIN, *y))));
    }
    document.set_outline(outline);
    document.set_metadata(metadata(paper));
    document.finish().map_err(|cause| told(&cause))
}

fn fill(surface: &mut Surface<'_>, [red, green, blue]: [u8; 3]) {
    let colour = rgb::Color::new(red, green, blue);
    surface.set_fill(Some(Fill { paint: colour.into(), ..Fill::default() }));
}

fn write(surface: &mut Surface<'_>, (x, y): (f32, f32), style: Style, text: &str) {
    let Some(face) = Face::of(style.weight) else { return };
    fill(surface, if style.is_quiet { QUIET } else { INK });
    let text = face.readable(text);
    surface.draw_text(Point::from_xy(x, y), face.font.clone(), style.size, &text, false, TextDirection::LeftToRight);
}

/// A table or a row that goes on, with its number.
type Begun = Option<(usize, TagGroup)>;

/// What is read aloud, in order.
fn tree(paper: &Paper, layout: &Layout, said: Vec<Vec<Identifier>>) -> TagTree {
    let level = |level: u16| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let mut tree = TagTree::new().with_lang(Some(paper.language.to_owned()));
    let (mut table, mut row): (Begun, Begun) = (None, None);
    for (leaf, lines) in layout.leaves.iter().zip(said) {
        let here = match leaf {
            Leaf::Cell { table, row } => (Some(*table), Some(*row)),
            _ => (None, None),
        };
        if row.as_ref().map(|row| row.0) != here.1 || table.as_ref().map(|table| table.0) != here.0 {
            if let (Some((_, done)), Some((_, table))) = (row.take(), &mut table) {
                table.push(done);
            }
            row = here.1.map(|n| (n, TagGroup::new(Tag::TR)));
        }
        if table.as_ref().map(|table| table.0) != here.0 {
            if let Some((_, done)) = table.take() {
                tree.push(done);
            }
            table = here.0.map(|n| (n, TagGroup::new(Tag::Table)));
        }
        let kind: TagKind = match leaf {
            Leaf::Title => Tag::Hn(level(1), Some(paper.title.clone())).into(),
            Leaf::Heading(part) => Tag::Hn(level(2), layout.outline.get(*part).map(|(words, ..)| words.clone())).into(),
            Leaf::Words => Tag::P.into(),
            Leaf::Cell { row: 0, .. } => Tag::TH(TableHeaderScope::Column).into(),
            Leaf::Cell { .. } => Tag::TD.into(),
        };
        let group = TagGroup::with_children(kind, lines.into_iter().map(Node::Leaf).collect());
        match &mut row {
            Some((_, row)) => row.push(group),
            None => tree.push(group),
        }
    }
    if let (Some((_, row)), Some((_, table))) = (row, &mut table) {
        table.push(row);
    }
    if let Some((_, table)) = table {
        tree.push(table);
    }
    tree
}

fn metadata(paper: &Paper) -> Metadata {
    let at = paper.at.to_zoned(TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let made = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(part(at.month()))
        .day(part(at.day()))
        .hour(part(at.hour()))
        .minute(part(at.minute()))
        .second(part(at.second()))
        .utc_offset_hour(0);
    Metadata::new()
        .title(paper.title.clone())
        .authors(vec![paper.overline.clone()])
        .language(paper.language.to_owned())
        .creator("Coplan".to_owned())
        .creation_date(made)
}
