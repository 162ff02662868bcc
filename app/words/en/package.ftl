# Service packages
package-title = Service packages
package-catalogue = Packages we offer
package-catalogue-lead = What each package includes. A customer sees the packages of the services it has.
package-service = Service
package-service-hint = Packages of the same service are compared with each other.
package-name = Package
package-unit = What is counted
package-unit-hint = For example calls, users or hours
package-included = Included each month
package-price = Price per month, EUR
package-beyond = Price of one more, EUR
package-add = Add the package
package-end = Stop offering
package-none-offered = No packages yet.
package-none = No service packages yet
package-none-text = Each service appears here with its package, how much of it is used, and what another one would cost.
package-terms = { $included } for { $price } a month, then { $beyond } each
package-current = now
package-would-cost = Would have cost
package-difference = Difference
package-less = { $sum } less
package-more = { $sum } more
package-same = the same
package-used = Used
package-picture = Use month by month; the line is what the package includes
package-priced = { $n ->
    [one] What the last month would have cost under each package
   *[other] What the last { $n } months would have cost under each package
}
package-worked-out = How it adds up
package-usage = Type in what was used ({ $unit })
package-which = The customer’s package
package-suggested = { $name } would have cost { $sum } ({ $percent }) less in the last { $n } months.
package-could-save = Another service package would have cost you less
package-ask = Ask for { $name }
package-ask-title = { $service }: change to { $name }
package-ask-text = We would like to change { $service } from { $now } to { $name }. The calculation is on the page “Service packages”.
package-asked = The change has been asked for
package-decline = No, thanks
package-declined = Not wanted: { $reason }
package-reason = Why not?
package-no-reason = Write in a few words why not.
package-end-means = { $name } can no longer be chosen. Nothing changes for customers that have it.
package-end-sure = Yes, stop offering it
