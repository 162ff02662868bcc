//! The reader of XML takes what is well-formed and bounded, names what is not by its line, and never falls over.

use super::*;
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Element, XmlError> {
    let text = decode(bytes)?;
    root(&text)?;
    parse(&text, |_| true)
}

fn problem(text: &str) -> XmlError {
    read(text.as_bytes()).expect_err("must not be readable")
}

fn text_of(bytes: &[u8]) -> String {
    read(bytes).unwrap().text
}

#[test]
fn elements_have_names_texts_attributes_and_children() {
    let root = read(b"<p:a xmlns:p='urn:p' one=' 1 ' p:two='2'>x<b> y </b><b/><!-- no --><?no?>z<c><b>w</b></c></p:a>").unwrap();
    assert_eq!(
        (root.name.as_str(), root.text.as_str(), root.attribute("one"), root.attribute("two")),
        ("a", "xz", Some("1"), None)
    );
    assert_eq!(root.all("b").map(Element::trimmed).collect::<Vec<_>>(), [Some("y"), None]);
    assert_eq!(root.first(&["c", "b"]).and_then(Element::trimmed), Some("w"));
    assert_eq!(root.first(&["c", "d"]), None);
}

#[test]
fn the_outermost_element_is_known_before_the_rest_is_read() {
    let found = root("<?xml version='1.0'?>\n<!-- a --><s:Envelope xmlns:s='urn:soap'><broken").unwrap();
    assert_eq!(found, Root { name: "Envelope".to_owned(), namespace: Some("urn:soap".to_owned()) });
    assert_eq!(root("<a/>").unwrap(), Root { name: "a".to_owned(), namespace: None });
    for (none, line) in [("", 1), ("\n", 2), ("\n text<a/>", 2), ("<!-- -->\n", 2), ("\n</a>", 2), ("<p:a/>", 1)] {
        assert_eq!(root(none), Err(XmlError::NotXml { line }), "{none:?}");
    }
}

#[test]
fn namespaces_that_are_not_wanted_are_passed_over_with_all_inside() {
    let text = "<a xmlns='urn:a' xmlns:b='urn:b'><b:c><d>1</d></b:c><d>2</d><e xmlns=''/></a>";
    let kept = |wanted: Option<&'static str>| {
        let root = parse(text, |namespace| namespace == wanted).unwrap();
        root.children.into_iter().map(|child| child.name).collect::<Vec<_>>()
    };
    assert_eq!(kept(Some("urn:a")), ["d"]);
    assert_eq!(kept(Some("urn:b")), ["c"]);
    assert_eq!(kept(None), ["e"]);
}

#[test]
fn what_is_not_well_formed_is_told_by_its_line() {
    for (broken, line) in [
        ("<a>\n</b>", 2),
        ("<a>\n<b>", 2),
        ("<a/>\n<b/>", 2),
        ("<a/>\nb", 2),
        ("<a>\n&b;</a>", 2),
        ("<a>\n&#0;</a>", 2),
        ("<a>\n\u{1}</a>", 2),
        ("<a>\n<b c='1' c='2'/></a>", 2),
        ("<a>\n<b:c/></a>", 2),
        ("<a>\n<?xml version='1.0'?></a>", 2),
        ("<a b='&c;'/>", 1),
        ("hello", 1),
    ] {
        assert_eq!(problem(broken), XmlError::NotXml { line }, "{broken:?}");
    }
}

#[test]
fn a_doctype_is_refused_before_anything_in_it_is_read() {
    for doctype in
        ["<!DOCTYPE a>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "<!DOCTYPE a [<!ENTITY b '&b;&b;'>]>"]
    {
        assert_eq!(problem(&format!("\n{doctype}<a>&b;</a>")), XmlError::DoctypeRefused { line: 2 }, "{doctype}");
    }
}

#[test]
fn as_much_as_the_bounds_allow_is_read_and_no_more() {
    let nested = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
    assert!(read(nested(MAX_DEPTH).as_bytes()).is_ok());
    assert_eq!(problem(&nested(MAX_DEPTH + 1)), XmlError::TooDeep { line: 1, limit: MAX_DEPTH });
    let many = |count: usize| format!("<a>{}</a>", "<b/>".repeat(count - 1));
    assert!(read(many(MAX_ELEMENTS).as_bytes()).is_ok());
    assert_eq!(problem(&many(MAX_ELEMENTS + 1)), XmlError::TooManyParts { line: 1 });
    let attributes = |name: &str, count: usize| (0..count).fold(String::new(), |all, n| all + &format!(" {name}{n}='urn:{n}'"));
    assert!(read(format!("<a{}/>", attributes("b", MAX_ATTRIBUTES)).as_bytes()).is_ok());
    assert_eq!(problem(&format!("<a{}/>", attributes("b", MAX_ATTRIBUTES + 1))), XmlError::TooManyParts { line: 1 });
    let spaces = |count: usize| {
        let third = attributes("xmlns:b", MAX_ATTRIBUTES);
        format!("<a{third}>\n<a{third}><a{}/></a></a>", attributes("xmlns:b", count - 2 * MAX_ATTRIBUTES))
    };
    assert!(read(spaces(MAX_NAMESPACES).as_bytes()).is_ok());
    assert_eq!(problem(&spaces(MAX_NAMESPACES + 1)), XmlError::TooManyParts { line: 2 });
    let bytes = vec![b' '; MAX_BYTES + 1];
    assert_eq!(read(&bytes), Err(XmlError::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES }));
}

#[test]
fn characters_are_read_as_the_mark_or_the_declaration_says() {
    let marked = "\u{feff}<a>Åsa</a>";
    let utf16 = |unit: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for bytes in [marked.as_bytes().to_vec(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), "<a>Åsa</a>".into()] {
        assert_eq!(text_of(&bytes), "Åsa");
    }
    assert_eq!(text_of(b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xa4</a>"), "€");
    assert_eq!(text_of("<?xml version='1.0' encoding='UTF-16'?><a>Å</a>".as_bytes()), "Å", "re-saved, declaration left");
    for wrong in [&b"<a>\xc5</a>"[..], b"\xff\xfe<\0a\0/\0>", b"\xff\xfe\x00\xd8", b"\x89PNG", b"%PDF-1.7\n%\xe2\xe3"] {
        assert_eq!(read(wrong), Err(XmlError::NotText), "{wrong:?}");
    }
}

#[test]
fn references_and_cdata_are_text() {
    assert_eq!(text_of(b"<a>&#65;&#x42; &amp;&lt;<![CDATA[<&>]]></a>"), "AB &<<&>");
    assert_eq!(read(b"<a b='&#65;&quot;'/>").unwrap().attribute("b"), Some("A\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn arbitrary_markup_never_panics(text in "(<[a-z:/!?\\[]{0,6}|[a-z =\"'&;#>]{1,6}|]]>|-->|\\PC){0,60}") {
        let _read = (read(text.as_bytes()), read(format!("<{text}").as_bytes()));
    }
}
