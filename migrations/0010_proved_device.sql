-- When somebody proved to be the device's person, by a code or a password; none where a personal link alone let it in.
-- Such a device is good only while none of its person's customers asks for a code.
--
-- `ended_why` stays empty where the same browser came in anew under another secret: then nobody let it go.
alter table device add column proved_at bigint;
update device set proved_at = created_at;

-- When its person asked for the link by address; none where somebody else made it.
alter table personal_link add column asked_at bigint;

-- Where the second factor is being set up: only that device sees its secret.
alter table staff add column totp_device text references device (id);
