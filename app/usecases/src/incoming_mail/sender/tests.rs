//! Claims about whom the receiving server vouches for, and about senders who write its words themselves.

use super::{Verdict::*, *};

fn said(values: &[&str], authserv: Option<&str>) -> Verdict {
    let fields = values.iter().map(|value| ("authentication-results".to_owned(), (*value).to_owned())).collect::<Vec<_>>();
    verdict(&fields, authserv, "mill.example")
}

#[test]
fn the_receiving_server_vouches_for_the_domain_of_the_sender() {
    for good in [
        "mx.x.example; dkim=pass header.d=mill.example; spf=none",
        "mx.x.example; dmarc=pass (p=none) header.from=mill.example; dkim=fail header.d=list.example",
        "mx.x.example 1; spf=pass smtp.mailfrom=bounce@mail.mill.example",
        "mx.x.example; dkim=pass header.i=@mill.example header.s=s1 header.b=\"aB/1\"; spf=pass (x: domain of a@mill.example \
         designates 192.0.2.1 as permitted sender) smtp.mailfrom=a@mill.example; dmarc=pass (p=NONE sp=NONE) header.from=mill.example",
        "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=mill.example; dkim=pass (signature was verified) \
         header.d=mill.example;dmarc=pass action=none header.from=mill.example;compauth=pass reason=100",
        "mx.x.example; dkim/1 = pass (2048-bit key) header.d = \"mill.example\"",
    ] {
        assert_eq!(said(&[good], None), Verified, "{good}");
    }
    for bad in [
        "mx.x.example; dkim=fail header.d=mill.example; spf=pass smtp.mailfrom=x@evil.example",
        "mx.x.example; spf=softfail smtp.mailfrom=anna@mill.example",
        "mx.x.example; dkim=pass header.d=evil.example",
        "mx.x.example; dkim=pass header.d=example",
        "mx.x.example; dkim=pass",
        "mx.x.example; dkim=pass header.d=evil.example header.i=@mill.example",
        "mx.x.example; dmarc=fail header.from=mill.example; spf=pass smtp.mailfrom=mill.example",
    ] {
        assert_eq!(said(&[bad], None), Failed, "{bad}");
    }
    assert_eq!((said(&[], None), said(&["mx.x.example; none"], None)), (Unsaid, Unsaid));
}

#[test]
fn only_the_topmost_of_the_named_server_or_else_of_all_is_believed() {
    let (theirs, forged) = ("mx.x.example; dkim=fail header.d=mill.example", "mx.evil.example; dkim=pass header.d=mill.example");
    assert_eq!(said(&[theirs, forged], None), Failed);
    assert_eq!(said(&[forged, theirs], Some("MX.x.example")), Failed);
    assert_eq!(said(&[forged], Some("mx.x.example")), Unsaid);
    let same = "mx.x.example; dkim=pass header.d=mill.example";
    assert_eq!(said(&[theirs, same], Some("mx.x.example")), Failed, "below it the sender wrote another one");
    assert_eq!(said(&["mx.x.example; none", same], None), Unsaid);
    assert_eq!(said(&["mx.x.example; none", same], Some("mx.x.example")), Unsaid);
    assert_eq!(said(&["mx.x.example; (", same], Some("mx.x.example")), Failed);
}

#[test]
fn what_the_sender_put_into_quotes_and_comments_is_no_result() {
    for forged in [
        r#"mx.x; spf=pass smtp.mailfrom="a; dmarc=pass header.from=mill.example; b"@evil.example"#,
        r#"mx.x; spf=pass smtp.mailfrom="a smtp.mailfrom=b@mill.example "@evil.example"#,
        r#"mx.x; spf=pass smtp.mailfrom="a@mill.example"@evil.example"#,
        r#"mx.x; spf=pass smtp.mailfrom="a\"; dmarc=pass header.from=mill.example; b"@evil.example"#,
        r#"mx.x; spf=pass (mx.x: domain of "x; dkim=pass header.d=mill.example; "@evil.example) smtp.mailfrom=evil.example"#,
        "mx.x; spf=pass (a (b) ; dkim=pass header.d=mill.example;) smtp.mailfrom=evil.example; dkim=none; dmarc=none",
        r"mx.x; spf=pass (a \) ; dkim=pass header.d=mill.example;) smtp.mailfrom=evil.example",
        r#"mx.x; dkim=pass header.i="x header.d=mill.example y"@evil.example header.b=abc"#,
        "mx.x; dkim=fail reason=\"x; dkim=pass header.d=mill.example\" header.d=mill.example",
        "mx.x; spf=pass (open; dkim=pass header.d=mill.example",
        "mx.x; spf=pass smtp.mailfrom=\"open; dkim=pass header.d=mill.example",
    ] {
        assert_eq!(said(&[forged], None), Failed, "{forged}");
        assert_eq!(said(&[forged], Some("mx.x")), Failed, "{forged}");
    }
}
