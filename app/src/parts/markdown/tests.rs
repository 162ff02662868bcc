//! Claims about the small Markdown: what is drawn, and what can never be.

use super::*;

#[test]
fn the_small_markdown_is_drawn() {
    for (typed, drawn) in [
        ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>\n"),
        ("*em* **strong** `a < b`", "<p><em>em</em> <strong>strong</strong> <code>a &lt; b</code></p>\n"),
        ("```sh\nls <x>\n```", "<pre><code>ls &lt;x&gt;\n</code></pre>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ] {
        assert_eq!(to_html(typed), drawn, "{typed}");
    }
}

#[test]
fn links_lead_out_and_give_nothing_away() {
    let rel = "rel=\"nofollow noopener noreferrer\"";
    for (typed, address, words) in [
        ("[the plan](https://a.example/x?y=1&z=2)", "https://a.example/x?y=1&amp;z=2", "the plan"),
        ("<mailto:anna@a.example>", "mailto:anna@a.example", "mailto:anna@a.example"),
        ("[call](tel:+358401234567)", "tel:+358401234567", "call"),
        ("[old](http://a.example)", "http://a.example", "old"),
    ] {
        assert_eq!(to_html(typed), format!("<p><a href=\"{address}\" {rel}>{words}</a></p>\n"), "{typed}");
    }
}

#[test]
fn an_address_in_a_sentence_becomes_a_link_without_the_sentences_end() {
    assert_eq!(
        to_html("See https://a.example/a_b_c, (http://b.example)."),
        "<p>See <a href=\"https://a.example/a_b_c\" rel=\"nofollow noopener noreferrer\">https://a.example/a_b_c</a>, \
         (<a href=\"http://b.example\" rel=\"nofollow noopener noreferrer\">http://b.example</a>).</p>\n"
    );
    for address in ["https://h.example/*x*", "https://i.example/_y_", "https://j.example/**z**/a"] {
        let html = to_html(&format!("{address} and more"));
        assert!(html.contains(&format!("href=\"{address}\"")) && !html.contains("<em>") && !html.contains("<strong>"), "{html}");
    }
    assert!(to_html("*see https://k.example/x*").starts_with("<p><em>see <a href=\"https://k.example/x\""));
    assert_eq!(to_html("`https://a.example`"), "<p><code>https://a.example</code></p>\n");
    for (text, address) in [
        ("See https://fi.example/wiki/Terminator_(franchise) for it.", "https://fi.example/wiki/Terminator_(franchise)"),
        ("\u{201d}https://b.example/path\u{201d} ja muuta", "https://b.example/path"),
        ("https://c.example/x\u{2026}", "https://c.example/x"),
    ] {
        let html = to_html(text);
        assert!(html.contains(&format!("href=\"{address}\"")) && html.contains(&format!(">{address}</a>")), "{html}");
    }
}

#[test]
fn html_is_shown_as_text() {
    for typed in [
        "<script>alert(1)</script>",
        "a <script>alert(1)</script> b",
        "<img src=x onerror=alert(1)>",
        "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
        "<p style=\"position:fixed\">x</p>",
        "<iframe src=\"https://a.example\"></iframe>",
        "<svg/onload=alert(1)>",
        "<style>*{display:none}</style>",
        "<!-- hidden -->",
        "- <b>\n- <script>",
    ] {
        let drawn = to_html(typed);
        let tags = drawn.replace("<p>", "").replace("</p>", "").replace("<ul>", "").replace("</ul>", "");
        let tags = tags.replace("<li>", "").replace("</li>", "").replace("<br>", "");
        let link = "<a href=\"https://a.example\" rel=\"nofollow noopener noreferrer\">https://a.example</a>";
        assert!(!tags.replace(link, "").contains('<'), "{typed} became {drawn}");
        assert!(drawn.contains("&lt;"), "{typed} lost its words: {drawn}");
    }
}

#[test]
fn addresses_that_do_something_are_no_links() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "java&Tab;script:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "//a.example/x",
        "/sign-out",
        "?x",
    ] {
        for typed in [format!("[x]({address})"), format!("[x][1]\n\n[1]: {address}"), format!("<{address}>")] {
            assert!(!to_html(&typed).contains("href"), "{typed} became {}", to_html(&typed));
        }
    }
}

#[test]
fn nothing_typed_becomes_an_attribute() {
    for typed in [
        "[x](https://a.example \"title\" onclick=alert(1))",
        "[x](https://a.example/\"onmouseover=alert(1))",
        "https://a.example/\"onmouseover=\"alert(1)",
        "![x\" onerror=\"alert(1)](https://a.example/x.png)",
        "```a\"onclick=\"alert(1)\nx\n```",
        "# x {onclick=alert(1)}",
        "[x](https://a.example){style=color:red}",
    ] {
        let drawn = to_html(typed);
        let inside = drawn.split('<').skip(1).filter_map(|part| part.split('>').next()).collect::<Vec<_>>().join(" ");
        for attribute in
            ["onclick=\"", "onclick=a", "onmouseover=\"", " onmouseover=", "onerror", "style", "class", "title", "src"]
        {
            assert!(!inside.contains(attribute), "{typed} became {drawn}");
        }
    }
}

#[test]
fn what_the_small_markdown_has_not_keeps_its_words() {
    assert_eq!(to_html("# Title"), "<p><strong>Title</strong></p>\n");
    assert_eq!(to_html("> 5 hours\n> and more"), "<p>&gt; 5 hours<br>\n&gt; and more</p>\n");
    assert_eq!(to_html("![a mill](https://a.example/x.png)"), "<p>a mill</p>\n");
    assert_eq!(to_html("***"), "<p>---</p>\n");
}

#[test]
fn deep_nesting_ends() {
    let around = |open: &str, close: &str| format!("{}x{}", open.repeat(3_000), close.repeat(3_000));
    for typed in
        [around("- ", ""), around("> ", ""), around("1. ", ""), around("*a ", " a*"), around("[", "](https://a.example)")]
    {
        let drawn = to_html(&typed);
        let (mut depth, mut deepest) = (0_usize, 0);
        for tag in drawn.split('<').skip(1).filter(|tag| !tag.starts_with("br")) {
            depth = if tag.starts_with('/') { depth - 1 } else { depth + 1 };
            deepest = deepest.max(depth);
        }
        assert!(deepest <= DEPTH && drawn.contains('x'), "{} deep: {}", deepest, &typed[..9]);
    }
}

#[test]
fn an_excerpt_is_plain_words_cut_between_words() {
    let typed = "# Hello\n\nThe *12th* or `13` of [this](https://a.example) month,\nplease.\n\n- one\n- two <b>";
    assert_eq!(excerpt(typed, 200), "Hello The 12th or 13 of this month, please. one two <b>");
    assert_eq!(excerpt(typed, 14), "Hello The…");
    assert_eq!(excerpt(typed, 15), "Hello The 12th…");
    assert_eq!(excerpt("one, two", 6), "one…");
    assert_eq!(excerpt("ääääääää", 4), "äää…");
    assert_eq!(excerpt("", 4), "");
    for limit in 1..60 {
        assert!(excerpt(typed, limit).chars().count() <= limit, "{limit}");
    }
}
