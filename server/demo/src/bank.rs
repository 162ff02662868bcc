//! What the bank of the demo tells, written as CAMT.053 and imported like any other.

use super::{
    Told,
    builder::{DemoBuilder, told},
    invoice::{ACCOUNT, Bill, cents, reference, totals},
};
use coplan_store::access::Actor;
use coplan_usecases::{bank, import::IncomingFile};

/// A payment that came in.
pub struct Received {
    /// Who paid, as the bank names it.
    pub payer: &'static str,
    /// How much.
    pub cents: i64,
    /// What it is for; empty where the payer did not say.
    pub reference: String,
    /// What the payer wrote.
    pub message: String,
}

impl Received {
    /// The whole of a bill.
    pub fn of_bill(payer: &'static str, bill: &Bill<'_>) -> Self {
        let (net, vat) = totals(bill);
        Self { payer, cents: net + vat, reference: reference(bill.number), message: String::new() }
    }
}

impl DemoBuilder {
    /// Imports what came in on this day.
    pub(crate) async fn statement(&self, by: &Actor, received: &[Received]) -> Told<()> {
        let day = self.day(0);
        let entries = received.iter().map(|one| {
            let Received { payer, reference, message, .. } = one;
            let stated = if reference.is_empty() {
                format!("<Ustrd>{message}</Ustrd>")
            } else {
                format!("<Strd><CdtrRefInf><Ref>{reference:0>20}</Ref></CdtrRefInf></Strd>")
            };
            format!(
                "<Ntry><Amt Ccy=\"EUR\">{}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>\
                 <NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{payer}</Nm></Dbtr></RltdPties><RmtInf>{stated}</RmtInf></TxDtls>\
                 </NtryDtls></Ntry>",
                cents(one.cents)
            )
        });
        let entries = entries.collect::<String>();
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">\
             <BkToCstmrStmt><Stmt><Id>{day}</Id><Acct><Id><IBAN>{ACCOUNT}</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>\n"
        );
        let bytes = text.into_bytes();
        let file = IncomingFile { name: format!("statement-{day}.xml"), size: bytes.len(), bytes };
        told(told(bank::import(&self.portal, by, file).await)?)?;
        Ok(())
    }
}
