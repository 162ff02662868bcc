-- A browser that comes in anew does so under another secret, as another device. `browser` is the same for all of them,
-- the id of the first, so that whoever ends one ends the browser. Devices from before this column stand for themselves.
alter table device add column browser text;
create index device_by_browser on device (browser);
