-- Names may have been written with combining marks, which migration 9 did not take away from what is searched.
update customer_summary set search = replace(replace(replace(replace(replace(replace(replace(search, '̀', ''), '́', ''), '̂', ''), '̃', ''), '̄', ''), '̆', ''), '̇', '');
update customer_summary set search = replace(replace(replace(replace(replace(replace(search, '̈', ''), '̊', ''), '̋', ''), '̌', ''), '̧', ''), '̨', '');
