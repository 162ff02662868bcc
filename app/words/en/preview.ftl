# Looking at a plan as one of its members, and who has looked at it
preview-as = Preview as { $name }
preview-about = You see the pages of { $name }, also before the first link is sent. Nothing can be changed, and { $customer } sees in its access log that you looked.
preview-title = Preview
preview-bar = You see what { $name } sees. Nothing can be changed, and the preview is in the access log.
preview-leave = Leave the preview
error-preview-title = Nothing is changed in a preview
error-preview-text = You are looking at this plan as one of the customer’s people. Leave the preview to work as yourself again.
error-kind-preview = Preview
access-title = Access log
access-lead = Who opened or changed this plan in the last 90 days, at both companies.
access-none = Nobody has opened the plan yet.
access-open = Who has opened the plan
access-opened = Opened the plan
access-changed = { $changes ->
    [one] One change
   *[other] { $changes } changes
}
access-preview = preview
access-previewed = Saw the plan as { $name } does, until { $until }
access-previewing = Is looking at the plan as { $name } does
error-preview-sums-title = You see less than this person
error-preview-sums-text = This person sees sums and invoices, and you do not. Ask a colleague who sees them to look. Nothing was recorded.
error-preview-page-title = Not part of the preview
error-preview-page-text = The person you are previewing cannot open this page. Leave the preview to work as yourself again.
