// An SMTP server that keeps every mail, so that a story can read what a person was sent.

import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export async function openMailbox() {
  const mailbox = new Mailbox();
  const receiver = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, session, done) {
      if (!mailbox.refused.has(address.toLowerCase())) return done();
      const said = `5.1.1 <${address}>: no such mailbox here`;
      return done(Object.assign(new Error(said), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((receiver) => receiver.address.toLowerCase());
        mailbox.take(session.envelope.mailFrom.address, to, Buffer.concat(parts)).then(() => done(), done);
      });
    },
  });
  await new Promise((ready, refuse) => {
    receiver.once('error', refuse);
    receiver.listen(0, '127.0.0.1', ready);
  });
  mailbox.address = `smtp://127.0.0.1:${receiver.server.address().port}`;
  mailbox.close = () => new Promise((done) => receiver.close(done));
  return mailbox;
}

class Mailbox {
  /** Every mail that came, oldest first: `from` and `to` (envelope), `subject`, `text`, `html`, `headers`, `raw`. */
  mails = [];
  /** Addresses that take no mail. */
  refused = new Set();
  #waiting = new Set();

  async take(from, to, bytes) {
    const { subject, text, html, headers, attachments } = await PostalMime.parse(bytes);
    this.mails.push({ from, to, subject, text, html, headers, attachments, raw: bytes.toString(), read: false });
    for (const look of this.#waiting) look();
  }

  /** The oldest unread mail to `to` whose subject holds `subject` (text or pattern); waits for it, and marks it read. */
  next({ to, subject, within = 10_000 } = {}) {
    const fits = (mail) =>
      !mail.read &&
      (!to || mail.to.includes(to.toLowerCase())) &&
      (!subject || (subject instanceof RegExp ? subject.test(mail.subject) : mail.subject.includes(subject)));
    return new Promise((found, refuse) => {
      const look = () => {
        const mail = this.mails.find(fits);
        if (!mail) return;
        mail.read = true;
        clearTimeout(clock);
        this.#waiting.delete(look);
        found(mail);
      };
      const clock = setTimeout(() => {
        this.#waiting.delete(look);
        const came = this.mails.map((mail) => `  ${mail.read ? 'read  ' : 'unread'} ${mail.to}: ${mail.subject}`);
        refuse(new Error(`no mail to ${to ?? 'anyone'} about ${subject ?? 'anything'}; what came:\n${came.join('\n')}`));
      }, within);
      this.#waiting.add(look);
      look();
    });
  }
}
