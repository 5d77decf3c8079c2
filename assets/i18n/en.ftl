### Every word of Docketline's interface, in English.
### Another language is another file with the same messages.

## Frame

frame-counts = { $events ->
    [one] { $events } event
   *[other] { $events } events
  } · { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
  }
frame-saved = saved
frame-read-only-permission = read-only: the file may not be changed
frame-read-only-damaged = read-only: the file is damaged
frame-read-only-in-use = read-only: another program has it open
frame-casebook-menu = Casebook menu: { $title }
frame-settings = Settings
frame-export = Export…
frame-new-event = New event
frame-open-side = Views and filters
frame-close-side = Close views and filters
frame-resize-side = Width of the side bar
frame-resize-inspector = Width of the inspector
frame-messages = Messages
frame-skip = Skip to the view
frame-read-only-hint = Nothing is lost: you can read, search and export. Save a copy to write in it.

## Menus. The window's program shows these too.

menu-new-event = New event…
menu-quick-entry = New event in a line…
menu-new = New casebook…
menu-open = Open…
menu-open-recent = Open recent
menu-no-recent = Nothing opened yet
menu-recent-missing = { $title } (not found)
menu-save-copy = Save a copy…
menu-backups = Backups…
menu-import = Import…
menu-export = Export…
menu-undo = Undo
menu-undo-what = Undo: { $what }
menu-redo = Redo
menu-redo-what = Redo: { $what }
menu-restore-sample = Restore the sample
menu-about-casebook = About this casebook
menu-keys = Keyboard shortcuts

## Views

views-heading = Views
view-timeline = Timeline
view-procedure = Procedure
view-table = Table
view-evidence = Evidence
view-notes = Notes
view-principles = Principles
view-contents = Contents
view-check = Check
view-history = History

## Lanes and filters

lanes-heading = Lanes
lanes-none = No lanes yet.
band-zoom = Click to come closer
band-list = Click to list them
band-found = Among them is what the search found
band-disputed = Sources disagree on a date among them
band-noted = There are notes among them
lanes-by = Lanes by
lanes-fold = Open { $name }
lanes-reset = Lanes as they come
lanes-keys = Alt with the up and down arrows moves a lane, Shift with them gives it less or more room.
lanes-by-lane = Lane
lanes-by-court = Court
lanes-by-jurisdiction = Jurisdiction
lanes-by-kind = Kind
lanes-by-actor = Person or body
lanes-by-principle = Principle
lanes-by-source = Source
lanes-without-court = No court
lanes-without-jurisdiction = No jurisdiction
lanes-without-actor = Nobody named
lanes-without-principle = No principle
lanes-without-source = No source
lanes-others = { $count ->
    [one] One other
   *[other] { $count } others
}
lane-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
picture-about-events = { $count ->
    [one] about { $count } event
   *[other] about { $count } events
  }
picture-no-events = No events in this span
picture-as-of = As of { $day }
picture-known-on = As known on { $day }
loss-clocks = { $count ->
    [one] Left out by the clocks: { $count } event, with what belongs to it.
   *[other] Left out by the clocks: { $count } events, with what belongs to them.
  }
filters-heading = Filters
filters-clear = Clear filters
filters-shown = Showing { $shown } of { $total } events
filters-shown-all = Showing all { $total } events
filter-kinds = Kind
filter-actors = Actor
filter-principles = Principle
filter-any = any
filter-chosen = { $count } chosen
filter-find = Find in the list
filter-nothing-found = Nothing of that name.
filter-clear-choice = Any
filter-from = From
filter-to = To
filter-done = Done

## Kinds of events

kind-warrant = Warrant
kind-order = Order
kind-ruling = Ruling
kind-contempt = Contempt
kind-opinion = Opinion
kind-statute = Statute
kind-regulation = Regulation
kind-agreement = Agreement
kind-bill = Bill
kind-petition = Petition
kind-appeal = Appeal
kind-motion = Motion
kind-filing = Filing
kind-argument = Argument
kind-letter = Letter
kind-statement = Statement
kind-disclosure = Disclosure
kind-other = Other

## How one event bears on another: what it does, and what was done to it

act-affirms = affirms
act-reverses = reverses
act-vacates = vacates
act-quashes = quashes
act-stays = stays
act-lifts-stay = lifts the stay of
act-moots = moots
act-supersedes = supersedes
act-withdraws = withdraws
act-invalidates = invalidates
act-repeals = repeals
act-reinstates = reinstates
act-appeals-from = appeals from
act-denies-review = denies review of
act-dismisses-appeal = dismisses appeal from
act-responds-to = responds to
act-follows = follows
act-cites = cites
act-enacts = enacts
act-amends = amends

acted-affirms = affirmed by
acted-reverses = reversed by
acted-vacates = vacated by
acted-quashes = quashed by
acted-stays = stayed by
acted-lifts-stay = stay lifted by
acted-moots = mooted by
acted-supersedes = superseded by
acted-withdraws = withdrawn by
acted-invalidates = invalidated by
acted-repeals = repealed by
acted-reinstates = reinstated by
acted-appeals-from = appealed by
acted-denies-review = review denied by
acted-dismisses-appeal = appeal dismissed by
acted-responds-to = answered by
acted-follows = followed by
acted-cites = cited by
acted-enacts = enacted by
acted-amends = amended by

act-in-part = { $act } in part

## The same on an arrow of the timeline; the layout keeps room for exactly these words

arrow-affirms = affirms
arrow-reverses = reverses
arrow-vacates = vacates
arrow-quashes = quashes
arrow-stays = stays
arrow-lifts-stay = lifts stay
arrow-moots = moots
arrow-supersedes = supersedes
arrow-withdraws = withdraws
arrow-invalidates = invalidates
arrow-repeals = repeals
arrow-reinstates = reinstates
arrow-appeals-from = appeals from
arrow-denies-review = denies review
arrow-dismisses-appeal = dismisses appeal
arrow-responds-to = responds to
arrow-follows = follows
arrow-cites = cites
arrow-enacts = enacts
arrow-amends = amends

## How far to trust it

confidence-confirmed = read in a listed source
confidence-known = own knowledge, not read
basis-read = read
basis-editorial = editor’s link
basis-known = own knowledge
precision-day = to the day
precision-month = to the month
precision-season = to the season
precision-year = to the year
precision-decade = to the decade
precision-century = to the century
precision-interval = a span
precision-unknown = not known
certainty-certain = certain
certainty-approximate = approximate
certainty-uncertain = uncertain

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-example = July 2014
date-ambiguous = This can be read in two ways. Choose one:
date-day = { $day } { $month } { $year }
span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
span-years = { $years ->
    [one] { $years } year
   *[other] { $years } years
  }
span-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
  }
span-two = { $first } and { $second }
span-three = { $first }, { $second } and { $third }
span-from-to = { $from } to { $to }

## The two clocks

clock-as-of = As of
clock-as-of-unset = the last day
clock-as-of-hint = What stood at the end of a day. With no day chosen, it is the last day of the casebook.
clock-as-known = As known
clock-as-known-unset = today
clock-as-known-hint = Only what was public by the end of a day. With no day chosen, everything that is known.
clock-clear = Clear the day
clock-hidden = As known on { $day }: { $count ->
    [0] nothing is hidden.
    [one] { $count } event that was not public yet is hidden.
   *[other] { $count } events that were not public yet are hidden.
  }
clock-later = As of { $day }: { $count ->
    [0] nothing came later.
    [one] { $count } later event is dimmed.
   *[other] { $count } later events are dimmed.
  }
clock-show-all = Show them
clock-undim = Clear the day
filter-span-reading = An event with an uncertain date
filter-span-possibly = may lie in this span
filter-span-certainly = certainly lies in it
date-bounds = { $first } to { $last }
date-open = open
clock-not-yet = not yet
clock-one-day = A single day is needed here, as in 15 August 2014.

## An event in a form

event-form-new = New event
event-form-copy = Copy of an event
event-form-event = Edit event
event-form-court = Court and docket
event-form-trust = Evidence and coding
event-form-dates = More about the date
event-form-more = Identifier, jurisdictions and details from knowledge
event-form-hint = Ctrl Enter saves, Esc leaves.
event-form-problems = { $count ->
    [one] One field needs another look.
   *[other] { $count } fields need another look.
  }
event-form-leaving = What you typed is not saved.
event-form-discard = Discard it
event-form-keep = Keep writing
event-form-cancel = Cancel
event-form-save = Save
event-form-choose = Show the choices
event-form-new-lane = A new lane is made.
event-form-new-court = A new court is made.
event-form-new-proceeding = A new proceeding is made.
event-form-short-title = For places where the title does not fit.
event-form-docket-sequence = Among the acts of one day; lower is earlier.
event-form-id = Its name in files and on the command line. Blank takes it from the title.
event-form-unsaid = not said
event-form-lines = One on each line.
event-form-citation = Citation { $number }
event-form-citation-trust = Confidence of citation { $number }
event-form-citation-remove = Remove citation { $number }
event-form-citation-add = Add a citation
event-form-citation-example = 829 F.3d 197 (2d Cir. 2016)
event-edit = Edit
event-duplicate = Duplicate
event-delete = Delete…

## Several events: selecting, changing, merging, deleting

chosen-label = What is done with the selected events
chosen-count = { $count } events selected
chosen-change = Change…
chosen-merge = Merge…
chosen-delete = Delete…
chosen-clear = Select none
edit-more = and { $count } more
bulk-heading = Change { $count ->
    [one] one event
   *[other] { $count } events
  }
bulk-as-it-is = as it is
bulk-none = none
bulk-add-principles = Principle to add
bulk-remove-principles = Principle to take out
bulk-shift = Shift dates by
bulk-shift-count = How many
bulk-shift-wrong = Write a whole number of at most six digits, or leave it blank.
bulk-shift-unit = Days, months or years
bulk-shift-way = Later or earlier
bulk-unit-days = days
bulk-unit-months = months
bulk-unit-years = years
bulk-later = later
bulk-earlier = earlier
bulk-example = { $from } becomes { $to }.
bulk-not-shifted = { $count ->
    [one] One date stays as it is:
   *[other] { $count } dates stay as they are:
  }
bulk-carry-out = Change { $count ->
    [one] one event
   *[other] { $count } events
  }
delete-heading-one = Delete “{ $title }”?
delete-heading = { $count ->
    [one] Delete this event?
   *[other] Delete { $count } events?
  }
delete-alone = { $count ->
    [one] Nothing else goes with it.
   *[other] Nothing else goes with them.
  }
delete-with = With this go:
delete-relations = { $count ->
    [one] One relation
   *[other] { $count } relations
  }
delete-notes = { $count ->
    [one] One note
   *[other] { $count } notes
  }
delete-disputes = { $count ->
    [one] What is disputed of its date
   *[other] What is disputed of { $count } dates
  }
delete-undo = Ctrl Z brings everything back.
delete-carry-out = { $count ->
    [one] Delete
   *[other] Delete { $count } events
  }
merge-heading = Make one event of two
merge-keep = Stays
merge-other = Becomes part of it
merge-turn = The other way round
merge-choose = Where they differ, choose what holds
merge-kept = What is not chosen is kept in a note; the other date, among the disputed dates.
merge-joined = Comes over as well
merge-between = Relations between the two, which are kept in the note
merge-carry-out = Merge
toast-merge-two = Two events are merged at a time. Select two, with Ctrl and a click or with Space.
toast-unchanged = Everything was so already.

## An event in one line

entry-heading = New event
entry-label = Date, what happened, and #lane
entry-example = 14 July 2016 Second Circuit reverses #appeal
entry-hint = A date, what happened, and the lane with a #. Enter adds it.
entry-add = Add
entry-all-fields = All fields…
entry-new-lane = new lane
entry-kind-named = named in the line

## Moving an event in time

move-part-whole = Date
move-part-start = Beginning
move-part-end = End
move-from = instead of { $date }
move-refused = It cannot be moved so: { $reason }
move-drag = Esc leaves it where it was.
move-keys = ← → move, with Shift by ten; Tab takes the beginning or the end; Enter accepts, Esc leaves.
toast-not-moved = It was not moved: { $reason }

## Standing

standing-not-yet-issued = not yet issued
standing-in-force = in force
standing-stayed = stayed
standing-lifted = lifted
standing-reversed = reversed
standing-vacated = vacated
standing-quashed = quashed
standing-moot = moot
standing-superseded = superseded
standing-withdrawn = withdrawn
standing-invalidated = invalidated
standing-repealed = repealed
standing-unsettled = unsettled
standing-either = { $first } or { $second }
standing-in-part = { $standing } in part
standing-part = The part: { $part }
standing-review-no = no review pending
standing-review-possibly = possibly under review
standing-review-yes = under review
standing-on = Standing on { $day }
standing-since = { $standing }, from { $day }
standing-why = Why?

## Procedure

procedure-lives = What stood, day by day
procedure-no-court = Outside the courts
procedure-plan = Plan of the proceedings
procedure-plan-hint = Left and right arrows move between rulings in time, up and down between courts. [ and ] go through the acts of the ruling; Enter follows an act, or opens the inspector. Plus and minus zoom, 0 shows the whole.
procedure-said = { $title }, { $date }, { $court }, { $acts ->
    [one] one act
   *[other] { $acts } acts
}
procedure-scope = Matter
procedure-scope-matter = Matters
procedure-scope-proceeding = Proceedings
procedure-scope-docket = Dockets
procedure-scope-all = All matters ({ $events })
procedure-scope-name = { $name } ({ $events })
procedure-drawn = { $drawn } of { $all } acts drawn; +n counts the others of a ruling. Select it to see them all.
procedure-legend = Standing
procedure-legend-in-force = in force
procedure-legend-under-review = under review
procedure-legend-stayed = stayed
procedure-legend-set-aside = set aside
procedure-legend-ended = ended
procedure-legend-open = not certain
procedure-as-table = As a table
procedure-resize-bars = Height of the bars
procedure-act = { $from } { $act } { $to }, { $date }
procedure-act-part = { $from } { $act } { $to } in part ({ $part }), { $date }
procedure-acts = Every act
procedure-more = { $count ->
    [one] one more act
   *[other] { $count } more acts
} when it is selected
procedure-more-rows = More rows ({ $shown } of { $all } shown)
procedure-count = Events too near each other to be told apart
procedure-count-hint = Click to zoom in.
procedure-day = The day that is asked about
procedure-day-field = On
procedure-day-hint = Left and right arrows move by a day, with Shift by a month; Page Up and Page Down by a year.
procedure-choose = Choose an instrument to read how it stood on that day, and why.
procedure-on = On { $day }
procedure-was = “{ $title }” was
procedure-reason = { $act } “{ $title }” ({ $date })
procedure-twin = What stood on { $day }
procedure-column-instrument = Instrument
procedure-column-standing = Standing
procedure-column-since = Since
procedure-column-from = Issuing event
procedure-column-act = Act
procedure-column-to = Target
procedure-column-part = Part
procedure-column-effective = Effective
procedure-column-by = By
procedure-column-sources = Sources
procedure-empty-title = No proceedings yet
procedure-empty-text = This view shows which ruling stood on which day. It needs relations between events that say what one did to another: affirms, reverses, stays. They come with a casebook’s JSON file.

## Timeline

timeline-label = Timeline
timeline-hint = Right and left arrows move between events in time, up and down between lanes. Enter opens the event. Press the question mark for all keys.
timeline-said = { $title }. { $date }. { $lane }, { $kind }.
timeline-twin = Events on the timeline
timeline-twin-shown = Events { $first } to { $last } of { $total }, in the order of time
timeline-twin-earlier = Earlier events
timeline-twin-later = Later events
timeline-select = Select { $title }
timeline-zoom-in = Zoom in
timeline-zoom-out = Zoom out
timeline-fit = Fit all
timeline-view = What is shown
timeline-back = Back to what was shown before
timeline-forward = Forward
timeline-empty-title = No events yet
timeline-empty-text = The timeline shows rulings, statutes, letters and everything else of a case on one axis of time. Write the first one, or import a table of events: two columns, date and title, are enough.
timeline-empty-add = Write the first event…
timeline-empty-action = Import events…
timeline-none-title = No event passes
timeline-none-text = The search and the filters together leave nothing to show. Nothing is lost: clear them to see all events again.
timeline-none-action = Clear search and filters
timeline-none-hidden = All lanes that have events are hidden here. The events stay in every other view.
timeline-none-lanes = Show all lanes
timeline-none-unknown = Nothing was public by the end of the day chosen as “As known”. Nothing is lost: without that day all events are there again.
timeline-none-known = Show all that is known
crowd-close = Close the list
crowd-table = Show all { $count } in the table
overview-label = Overview of the whole span
overview-window = Part that the timeline shows
overview-window-value = { $from } to { $to }
overview-start = Start of the part shown
overview-end = End of the part shown

## Marks

legend-heading = Marks
legend-diamond = Ruling, order, opinion
legend-square = Warrant, statute, agreement
legend-hollow-square = Bill
legend-triangle = Petition, appeal
legend-circle = Everything else
legend-range = On some day within this range
legend-span = Lasted this long
legend-count = So many events
legend-disputed = Sources disagree on the date
legend-noted = Has notes

## Pictures

picture-description = { $events } on one axis of time, from { $from } to { $to }, in lanes; acts between rulings are arrows.

## Table

table-label = Events
table-date = Date
table-title = Title
table-kind = Kind
table-lane = Lane
table-court = Court
table-proceeding = Proceeding
table-docket = Docket
table-confidence = Confidence
table-notes = Notes
table-disputed = Disputed
table-is-disputed = disputed
table-hint = Up and down arrows move between events, right and left between their cells. F2 leads to the headings and back: there Enter sorts, Shift with an arrow changes the width, Control and Shift with an arrow moves the column. Shift with an arrow selects more events, Control A all of them, Control C copies them.
table-loading = Loading…
table-unread = Not read
table-failed = These rows could not be read: { $reason }
table-retry = Try again
table-selected = { $count } of { $total } events selected
table-copy = { $count ->
    [one] Copy row
   *[other] Copy { $count } rows
  }
table-columns = Columns
table-columns-hint = Drag the edge of a heading to change its width. By keyboard, F2 leads from the rows to the headings: there Shift with the left or right arrow changes the width, Control and Shift with it moves the column.
table-columns-usual = Usual columns
table-column-earlier = Move { $name } to the left
table-column-later = Move { $name } to the right
table-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }

## Search

search-label = Search events, evidence and notes
search-placeholder = Search events, evidence and notes
search-shortcut = Ctrl K
search-clear = Clear the search
search-results = Results
search-position = { $at } of { $total }
search-total = { $total ->
    [0] Nothing found
    [one] { $total } found
   *[other] { $total } found
  }
search-next = Next result
search-previous = Previous result
search-in-title = title
search-in-summary = summary
search-in-actors = people
search-in-sources = sources
search-in-notes = notes
search-nothing = Nothing found for “{ $query }”
search-nothing-hint = Every word must occur. Try fewer words, or put a phrase in quotation marks.

## Inspector

inspector-label = Selected event
inspector-empty-title = Nothing selected
inspector-empty-text = Choose an event to read what happened, on whose authority, and what it did to other events.
inspector-close = Close the inspector
inspector-as-written = As written
inspector-precision = Precision
inspector-refined = More exactly
inspector-refined-value = { $words } ({ $confidence })
inspector-public-from = Public from
inspector-filed = Filed
interval-start = Measure the time from here
interval-heading = Time between two events
interval-from = since
interval-choose = Select another event to see how much time lies between them.
interval-stop = Stop measuring
inspector-entered = Entered on the docket
inspector-stated = In the sources
inspector-docket = No. { $docket }
inspector-dispute = Dates disagree
inspector-dispute-chosen = Taken here: { $words }
inspector-effects = Effects
inspector-acted-on = Acted on by
inspector-effective = from { $date }
inspector-people = People
inspector-judge-role = judge
inspector-places = Places
inspector-principles = Principles
inspector-jurisdictions = Jurisdictions
inspector-evidence = Evidence
inspector-evidence-count = { $count ->
    [one] { $count } source
   *[other] { $count } sources
  }
inspector-not-read = Not read in these sources
inspector-confidence = How sure
inspector-waiting = Reading the event…
inspector-relations = Relations

## Contents

contents-heading = Contents of this casebook
contents-kinds = What the casebook is made of
contents-lane = Lanes
contents-actor = People and bodies
contents-court = Courts
contents-proceeding = Proceedings
contents-principle = Principles
contents-source = Sources
contents-place = Places
contents-find = Find in this list
contents-new = New
contents-new-lane = New lane
contents-new-actor = New person or body
contents-new-court = New court
contents-new-proceeding = New proceeding
contents-new-principle = New principle
contents-new-source = New source
contents-new-place = New place
contents-none-lane = No lanes yet
contents-none-actor = No people or bodies yet
contents-none-court = No courts yet
contents-none-proceeding = No proceedings yet
contents-none-principle = No principles yet
contents-none-source = No sources yet
contents-none-place = No places yet
contents-why-lane = Lanes are the bands of the timeline: the case itself, its appeal, what went on around it. Every event is in one.
contents-why-actor = Whoever takes part: parties, judges, counsel, companies, parliaments. Each is written once and named by its events.
contents-why-court = Courts are the storeys of the Procedure view. An event names the court that it was before.
contents-why-proceeding = A proceeding is one stage of a case before one court, with its docket, its judges and its outcome.
contents-why-principle = Principles are the codes of a coding scheme, which events carry.
contents-why-source = What the casebook rests on. An event says what each of its sources supports.
contents-why-place = Where things happened, and what each place was to the case.
contents-count = { $count } in all
contents-found = { $count } found
contents-nothing = Nothing found for “{ $find }”.
contents-unused = not used
contents-in-proceedings = { $count ->
    [one] { $count } proceeding
   *[other] { $count } proceedings
  }
contents-in-principles = { $count ->
    [one] { $count } principle
   *[other] { $count } principles
  }
contents-unsaved = not saved
contents-move-hint = Alt with the up or down arrow moves the chosen one; so does dragging it.
contents-choose = Choose one to read and change it.
contents-record = The chosen record
contents-back = Back to the list
contents-let-go = Take out { $name }
contents-used-by = { $count ->
    [0] Used by no event
    [one] Used by { $count } event
   *[other] Used by { $count } events
  }
contents-used-more = and { $count } more
contents-merge = Merge…
contents-merge-do = Merge
contents-merge-into = Same as
contents-merge-text = “{ $name }” becomes part of another: { $events ->
    [0] nothing names it yet
    [one] the one event that names it names the other
   *[other] the { $events } events that name it name the other
  }. What only this one says goes over. It can be undone.
contents-delete = Delete…
contents-delete-text = Delete “{ $name }”? { $events ->
    [0] No event names it.
    [one] One event names it and stays, without it.
   *[other] { $events } events name it and stay, without it.
  }{ $others ->
    [0] {""}
    [one] {" "}So does one other record.
   *[other] {" "}So do { $others } other records.
  } It can be undone.
contents-delete-not = “{ $name }” has { $events ->
    [one] one event
   *[other] { $events } events
  }, and every event needs a lane. Merge it into another lane, which takes them over.
record-field-id = Identifier
record-field-name = Name
record-field-title = Title
record-field-docket = Docket
record-field-start = Begins
record-field-end = Ends
record-field-judges = Judges
record-field-outcome = Outcome
record-field-type = What it is
record-field-side = Side
record-field-affiliation = Affiliation
record-field-role = Part in the story
record-field-confidence = How sure
record-field-fact_confidence = How sure of that part
record-field-note = Note
record-field-member = Membership
record-field-joined = Joined
record-field-member_basis = How that is known
record-field-member_confidence = How sure
record-field-member_sources = Sources
membership-group = Reform Government Surveillance
membership-unsaid = not said
membership-yes = Member
membership-no = Not a member
membership-joined = joined { $date }
record-field-country = Country
record-field-precision = What is marked
record-field-lat = Latitude
record-field-lon = Longitude
record-field-number = Number
record-field-added = Joined the scheme
record-field-paraphrase = Paraphrase
record-field-sources = Sources
record-field-publisher = Publisher
record-field-date = Date, as it gives it
record-field-url = Address
record-field-read = Read by the author
record-field-read_scope = How much of it
record-field-read_url = Read at

## Editing in place

edit-read-only = This casebook is read-only, so nothing in it can be changed. Save a copy to write in it.
edit-save = Save
edit-cancel = Cancel
edit-delete = Delete
record-change-named = Change: { $name }
picker-none = Nothing found for “{ $text }”.
picker-new = New: “{ $name }”
picker-event = Words of its title
picker-lane = Find a lane
picker-court = Find a court
picker-proceeding = Find a proceeding
picker-actor = Find a person or body
picker-place = Find a place
picker-principle = Find a principle
picker-source = Find a source
relation-add = Relate to another event
relation-new = New relation
relation-change = Change of a relation
relation-change-named = Change the relation: { $act } { $title }
relation-act = This event
relation-this-acts = Effect: this event …
relation-this-is-acted-on = Acted on: this event is …
relation-other = Other event
relation-effective = Takes effect
relation-effective-hint = on its own date
relation-part = Part
relation-part-hint = the whole
relation-basis = Rests on
relation-basis-none = not said
relation-note = Note
part-take-out = Take out
part-open-actor = Change this person or body itself
part-open-source = Change the source itself
part-open-principle = Change the principle itself
part-open-place = Change the place itself
part-change-named = Change the entry: { $name }
part-actor = Person or body
part-role = Role
part-role-example = party, counsel, author …
part-judge = Sat as a judge
part-add-person = Add a person
part-change-person = Change of a person’s part
part-source = Source
part-supports = What it supports
part-supports-example = Date and holding, at 3: “…”
part-add-source = Add a source
part-change-source = Change of what a source supports
part-principle = Principle
part-add-principle = Add a principle
part-change-principle = Change of a principle
part-place = Place
part-add-place = Add a place
part-change-place = Change of a place
dispute-add = Note that dates disagree
dispute-change = Change the dates in dispute
dispute-chosen = Date taken here
dispute-other = Other date { $number }
dispute-other-add = Another date
dispute-other-remove = Remove other date { $number }
dispute-value = Date
dispute-what = What it is the date of
dispute-what-example = publication
dispute-source = Where it is given
dispute-reason = Why the one is taken
dispute-reason-example = The docket has it so; the press took the day of the hearing
inspector-on-timeline = Show on the timeline

## Sources

source-read = Read: { $scope }
source-read-plain = Read
source-unread = Not read
source-open = Open { $url }
evidence-heading = Evidence
evidence-intro = Every source of the casebook, and what each supports.
evidence-find = Find a source
evidence-count = { $count ->
    [one] { $count } source
   *[other] { $count } sources
  }
evidence-only-unread = Only what was not read
evidence-empty-title = No sources yet
evidence-empty-text = Sources come with the events that they support. Import a table with the columns source_title and source_url, and each row’s source is listed here.
evidence-empty-action = Import events…
evidence-none = No source matches.

## Notes

notes-heading = Notes
notes-intro = What you wrote beside the events.
notes-empty-title = No notes yet
notes-empty-text = Notes hold what you think about an event: a doubt, a comparison, a thing to look up. Select an event and write in the field at the end of its page.
notes-empty-action = Go to the timeline
notes-count = { $count ->
    [one] { $count } note
   *[other] { $count } notes
  }
note-write = Write a note…
note-label = A new note on this event, in Markdown
note-edit-label = The note, in Markdown
note-edit-named = Edit the note on { $title }
note-delete-named = Delete the note on { $title }
note-written = { $when }
note-state-typing = Not saved yet
note-state-saving = Saving…
note-state-saved = Saved
note-state-failed = Not saved
note-hint = Markdown. Saved as you write; Esc leaves.
note-read-only = The casebook is read-only. Save a copy to write notes.
note-open-link = Open { $url }

## Principles

principles-heading = Principles
principles-intro = The coding scheme: what each principle asks for, and the events that bear on it.
principles-empty-title = No principles yet
principles-empty-text = Principles are the codes of a casebook: ideas that its events are marked with. They come with a casebook’s JSON file.
principles-empty-action = Import a casebook’s JSON…
principle-added = Added { $date }
principle-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
  }
principle-show = Show only these on the timeline
principle-sources = Sources: { $names }

## Import and export

export-heading = Export
export-intro = Everything in the casebook is written, not only what is shown.
export-html = Web page
export-html-text = One file that opens in any browser, without a network: the timeline as a picture, the chronology, sources and notes.
export-json = Docketline data
export-json-text = Everything, without loss; Docketline reads it back exactly as it was.
export-csv = Table
export-csv-text = One row for each event, for a spreadsheet; relations, notes and disputed dates are left out.
export-picture = Picture
export-picture-text = The timeline for print and for other documents: PDF, PNG or SVG, of everything or of what the window shows.
export-pdf = PDF
export-pdf-text = For print, and for reading on paper or screen. Its words can be selected and searched.
export-png = PNG
export-png-text = Pixels, for slides and documents that take nothing else.
export-svg = SVG
export-svg-text = Lines and letters that stay sharp at every size, for web pages and drawing programs.
picture-heading = Export a picture
picture-format = Format
picture-shows = What it shows
picture-shows-whole = The whole timeline
picture-shows-whole-text = Every event of the casebook in every lane, filtered or not.
picture-shows-view = What the window shows
picture-shows-view-text = The events that pass the filters, at the place and scale of the window.
picture-pages = Pages
picture-page-a4 = A4
picture-page-letter = Letter
picture-page-a3 = A3
picture-page-sheet = One long sheet
picture-scale = Scale
picture-scale-text = More pixels for each pixel of the window: sharper in print, and a larger file.
picture-scale-value = { $times }×
picture-width = Width of the timeline
picture-width-needed = As wide as its events need
picture-width-value = { $pixels } pixels
picture-confirm = Choose where…
picture-continued = continued
picture-page = page { $page } of { $pages }
picture-span = { $first } to { $last }
picture-lane-names = Shortened at the lanes: { $names }
picture-sources = { $count ->
    [one] From { $count } source
   *[other] From { $count } sources
  }
picture-compiled = compiled { $date }
picture-drawn-by = drawn by { $program }
picture-loss-contents = A picture shows when an event was, its kind, its lane and its label; summaries, people, sources, notes and relations are not in it.
picture-loss-elsewhere = { $count ->
    [one] { $count } event lies outside the chosen part and is not shown.
   *[other] { $count } events lie outside the chosen part and are not shown.
  }
picture-loss-elsewhere-about = { $count ->
    [one] About { $count } event lies outside the chosen part and is not shown.
   *[other] About { $count } events lie outside the chosen part and are not shown.
  }
picture-loss-counted = { $count ->
    [one] { $count } event is only counted, because it has no room of its own at this width.
   *[other] { $count } events are only counted, because they have no room of their own at this width.
  }
picture-loss-counted-about = { $count ->
    [one] About { $count } event is only counted, because it has no room of its own at this width.
   *[other] About { $count } events are only counted, because they have no room of their own at this width.
  }
picture-loss-unlabelled = { $count ->
    [one] { $count } event is drawn without its label, for which there is no room at this width.
   *[other] { $count } events are drawn without their labels, for which there is no room at this width.
  }
picture-loss-shortened = { $count ->
    [one] { $count } label is shortened.
   *[other] { $count } labels are shortened.
  }
picture-loss-heads = { $count ->
    [one] The name of { $count } lane is shortened.
   *[other] The names of { $count } lanes are shortened.
  }
picture-loss-letters = { $count ->
    [one] { $count } text has letters that the fonts of the picture lack; boxes stand in their place.
   *[other] { $count } texts have letters that the fonts of the picture lack; boxes stand in their place.
  }
picture-loss-letters-svg = { $count ->
    [one] { $count } text has letters that the fonts of the picture lack; it is shown in a font of whoever opens the picture.
   *[other] { $count } texts have letters that the fonts of the picture lack; they are shown in a font of whoever opens the picture.
  }
picture-loss-width = The timeline is drawn { $width } pixels wide instead of { $wanted }, because the picture would be too large.
picture-loss-scale = The picture is drawn at { $scale }× instead of { $wanted }×, because it would be too large.
picture-loss-print = The sheet is printed at { $percent } % of its usual size, because it can be five metres long at the most.
picture-loss-text = The words in a PNG cannot be selected or searched; those in an SVG and a PDF can.
import-heading = Import
import-from = From { $path }
import-created = { $count ->
    [one] { $count } event is new
   *[other] { $count } events are new
  }
import-updated = { $count ->
    [one] { $count } event is changed
   *[other] { $count } events are changed
  }
import-unchanged = { $count ->
    [one] { $count } event is the same already
   *[other] { $count } events are the same already
  }
import-rejected = { $count ->
    [one] { $count } row is refused
   *[other] { $count } rows are refused
  }
import-ignored = { $count ->
    [one] This column is not known and is left out: { $names }
   *[other] These columns are not known and are left out: { $names }
  }
import-line = Line
import-reason = Reason
import-nothing = Nothing in this file would change the casebook.
import-confirm = Import
import-safe = Nothing has been changed yet. The import can be undone.

## About

about-heading = About this casebook
about-compiled = Compiled
about-method = Method
about-confidence = How far to trust it
about-fields = How to read it
about-file = File
about-counts = Contents
about-count-events = Events
about-count-relations = Relations
about-count-sources = Sources
about-count-actors = Actors
about-count-places = Places
about-count-principles = Principles
about-count-disputed = Disputed dates
about-count-notes = Notes

## Settings

settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-contrast = High contrast
settings-text-size = Text size
settings-text-value = { $percent } %

## Keys

keys-heading = Keyboard shortcuts
keys-everywhere = Everywhere
keys-on-timeline = On the timeline
keys-in-lanes = In the list of lanes
keys-lane-move = Move the lane
keys-lane-room = Less or more room for the lane
keys-in-table = In the table
keys-search = Search
keys-next-hit = Next result
keys-previous-hit = Previous result
keys-undo = Undo
keys-redo = Redo
keys-quick-entry = New event in a line
keys-change-events = Change the selected events
keys-merge-events = Merge two selected events
keys-delete-events = Delete the selected events
keys-choose = Select one more event
keys-choose-one = Select the event together with others
keys-move = Move the event in time
keys-move-step = Move it by its smallest unit
keys-new-event = New event
keys-edit-event = Edit the selected event
keys-save-event = Save what is written
keys-new = New casebook
keys-history = History
keys-in-history = In the history
keys-entries = Later or earlier change
keys-entries-far = Ten changes later or earlier
keys-entry-enter = Everything that a change did
keys-open = Open a casebook
keys-export = Export
keys-close = Close the window
keys-help = These shortcuts
keys-next = Next or previous event in time
keys-lanes = Nearest event in the lane above or below
keys-relate = relate the event to another
keys-enter = Read the event in the inspector
keys-escape = Back to the timeline
keys-zoom = Zoom in or out
keys-fit = Show everything
keys-fit-chosen = Show the selected events, and once more all that was found
keys-travel = Back or forward to what was shown
keys-ends = First or last event
keys-pages = Move a page earlier or later
keys-rows = Row above or below
keys-cells = Cell to the right or left
keys-headings = To the headings, and back
keys-row-ends = First or last event
keys-row-extend = Select more rows
keys-row-toggle = Select a row as well
keys-row-all = Select all rows
keys-row-copy = Copy the selected rows
keys-row-enter = Read the event, or sort
keys-column-width = Resize a heading’s column
keys-column-move = Move a heading’s column

## When the casebook did not open

failed-heading = The casebook did not open
failed-safe = The file was left exactly as it was.
failed-new = New casebook…
failed-open = Open another…
failed-sample = Open the sample
starting = Opening the casebook…

## Actions and messages

action-close = Close
action-cancel = Cancel
action-back = Back
action-undo = Undo
action-dismiss = Dismiss
toast-copy-saved = Saved a copy to { $path }
toast-copied = { $count ->
    [one] Copied { $count } row
   *[other] Copied { $count } rows
  }
toast-copy-too-many = { $count } rows are selected, and { $most } can be copied at once. Select and copy them in parts; the whole casebook can be exported as CSV.
toast-rows-moved = The table has just changed, and nothing was done. Look at what is selected now and ask again.
toast-nothing-to-undo = There is nothing to undo
toast-nothing-to-redo = There is nothing to redo
toast-note-deleted = Deleted the note
toast-unsaved-first = What you typed here is not saved yet. Save or cancel it before you change something else.
toast-form-unsaved = Something you typed is not saved yet. If you leave once more, it is lost.
toast-read-only-permission = This casebook is read-only: its file may not be changed. Save a copy to write in it.
toast-read-only-damaged = This casebook is damaged and can only be read. Recover what can be saved into a new file to write in that.
toast-read-only-in-use = This casebook is read-only: another program has it open. Close it there, or save a copy to write in it.
toast-note-unsaved = A note is not saved yet. If you leave once more, its last words are lost.
toast-exported = { $count ->
    [one] Exported { $count } event to { $path }
   *[other] Exported { $count } events to { $path }
  }
toast-chosen-some = The first { $count } of { $total } events from there are selected: no more can be changed at once
toast-export-lossless = Nothing was left out.
toast-imported = Imported: { $created } new, { $updated } changed, { $unchanged } the same, { $rejected } refused

## What the program says: refusals and faults. Each code has a message and a hint.

error-not-found = There is no file { $path }
error-not-found-hint = Check the name, or whether the folder was moved or is on a drive that is not connected.
error-not-a-casebook = { $path } is not a Docketline casebook
error-not-a-casebook-hint = It was left as it is. Open a .casebook file; JSON and CSV files are imported into a casebook.
error-damaged = { $path } is damaged: { $detail }
error-damaged-hint = It was left as it is. Restore a backup, or recover what can be saved into a new file (docketline-cli recover); keep the damaged one.
damaged-is-read = { $path } is damaged. What can be saved of it is read; recover it into a new file to work on (docketline-cli recover).
error-newer = { $path } was written by a newer Docketline (schema { $found }; this one knows { $known })
error-newer-hint = It was left as it is. Open it with the newer version.
error-not-readable = { $path } may not be read
error-not-readable-hint = Ask its owner for the right to read it, or copy it to a folder of yours.
error-not-writable = { $path } may not be written
error-not-writable-hint = Nothing was changed. Save a copy in a folder of yours and write there.
error-already-exists = { $path } exists already
error-already-exists-hint = It was left as it is. Choose another name, or say that it may be replaced (--force).
error-disk-full = There is no space left for { $path }
error-disk-full-hint = Nothing was half written. Make space on the device, or choose another, and try again.
error-in-use = { $path } is open for writing in another program{ $holder }
error-in-use-hint = Nothing was changed. Close it there, or wait until the other program has finished, and try again.
held-by = process { $pid } on { $host }, since { $since }
error-gone = { $path } was moved, deleted or replaced while it was open
error-gone-hint = The last change was not saved there. What was saved before is still open here: save a copy, and go on in that.
place-synchronised = This folder is kept in step by { $name }. Let it finish before the casebook is opened elsewhere, and never open it on two machines at once.
place-network = This is a drive of another machine ({ $name }). Never open the casebook on two machines at once, and keep backups here.
error-no-such = There is no { $what } “{ $id }”
error-no-such-hint = Check the spelling; identifiers are case-sensitive.
error-taken = There is already a { $what } “{ $id }”
error-taken-hint = Nothing was changed. Choose another identifier.
error-bad-date = “{ $text }” is not a date: { $reason }
error-bad-date-reason = { $reason }
error-bad-date-hint = Write a date as 14 July 2016, July 2014, about 2010, or in EDTF: 2016-07-14, 2014-07, 2010~.
error-ambiguous-date = “{ $text }” can be read as { $readings }
error-ambiguous-date-reason = it can be read as { $readings }
error-ambiguous-date-hint = Write the month as a word, or the date as YYYY-MM-DD.
error-bad-value = { $reason }
error-bad-value-hint = Nothing was changed.
error-not-importable = The file cannot be imported: { $reason }
error-not-importable-hint = Nothing was changed. A CSV file needs the columns date and title in its first line, in UTF-8; a JSON file is one that Docketline exported.
error-too-large = The picture is too large: { $reason }
error-too-large-hint = Choose a smaller width or scale, a larger page, fewer lanes, or a part of the timeline.
error-io = { $path } could not be read or written: { $detail }
error-io-hint = Check the drive and try again. What was saved before is safe.
error-superseded = A newer question took the place of this one
error-superseded-hint = Ask again.
error-internal = Something went wrong inside Docketline
error-internal-hint = What was saved before is safe. Try again; if it goes on, check the casebook (docketline-cli check).

refused-copy-onto-itself = A casebook cannot be copied onto itself
refused-export-onto-itself = A casebook cannot be exported over itself
refused-picture-width = a picture is { $least } to { $most } pixels wide
refused-picture-span = the end of the chosen part lies before its beginning
refused-picture-after = the chosen part begins after the last event, which is dated { $day }
refused-picture-before = the chosen part ends before the first event, which is dated { $day }
refused-picture-empty = there are no events by which a part with one open end could be measured; give both ends
refused-picture-pixels = it would have { $width } by { $height } pixels, and { $most } million is the most
refused-picture-pages = it would take { $pages } pages, and { $most } is the most
refused-picture-sheet = one sheet can be five metres long at the most
refused-empty-note = A note needs some text
refused-long-note = A note can hold one megabyte of text at most

## What keeps a casebook safe

safety-trouble-gone = The file of this casebook was moved, deleted or replaced. Everything that was saved is still open here, and nothing more is written until the file is back in its place. Put it back, or save a copy and go on there.
safety-trouble-not-found = The folder or drive of this casebook is not there any more. Everything that was saved is still open here, and nothing more is written until it is back. Connect it again, or save a copy elsewhere and go on there.
safety-trouble-not-writable = The file of this casebook may not be written any more. Everything that was saved is in it. Allow writing it again, or save a copy and go on there.
safety-trouble-disk-full = There is no space left on the drive of this casebook. Everything that was saved is in it; the last change was not saved, and nothing of it is there by half. Make space and do it again, or save a copy on another drive and go on there.
safety-trouble-io = The drive of this casebook reports an error. What was saved before is still open here. Check the drive, or save a copy on another one and go on there.
safety-trouble-damaged = The file of this casebook is damaged. Nothing more is written to it. Recover what can be saved into a new file, or restore a backup.
safety-permission = The file or its folder may not be written. You can read, search and export. To write, save a copy and go on there.
safety-in-use = Another program has this casebook open for writing: { $holder }. You read along, and what is saved there shows here at once.
safety-in-use-unknown = Another program has this casebook open for writing. You read along, and what is saved there shows here at once.
safety-free = Whoever was writing this casebook has closed it.
safety-take-over = Write here
safety-damaged = This casebook is damaged. You see what can be saved of it; the file is left as it is, and nothing is written to it.
safety-rescue = Save a copy and go on there…
safety-recover = Recover into a new file…
safety-understood = I know
safety-backup-failed = No backup could be made: { $reason }. Your work is saved in the casebook itself.
failed-backups = { $count ->
    [one] Restore from its backup…
   *[other] Restore one of { $count } backups…
  }
toast-restored = Restored into { $path }

backups-heading = Backups
backups-intro = Docketline keeps a copy for each quarter of an hour of work, each day and each week, and before each import. Restoring writes a new file; nothing is replaced.
backups-reading = Reading the backups…
backups-none = There is no backup of this casebook yet. The first one is made within a minute of work.
backups-folder = They are in { $folder }
backups-unreadable = cannot be read any more
backups-unreadable-hint = This copy is damaged. Take another one.
backups-before-import = before an import
backups-same = nothing was done since
backups-other = not an earlier state of this casebook as it is now
backups-since = { $changes ->
    [one] one change since
   *[other] { $changes } changes since
  }, touching { $events ->
    [0] no event
    [one] one event
   *[other] { $events } events
  }
backups-contents = “{ $title }”: { $events } events, { $relations } relations, { $sources } sources, { $notes } notes; { $size } MB
backups-last-change = Its last change: { $change }
backups-difference = What is different in it from the casebook now:
backups-restore = Restore into a new file…
settings-backups = Backups
settings-backups-last = Last one: { $when }
settings-backups-none = None yet

recovery-heading = Recovery
recovery-running = Saving what can be saved…
recovery-path = Saved into { $path }
recovery-counts = It holds { $events } events, { $relations } relations, { $sources } sources and { $notes } notes.
recovery-history = Its history came along.
recovery-no-history = Its history could not be saved.
recovery-complete = Everything that the damaged file held is in it.
recovery-losses = What could not be saved as it was:
recovery-untouched = The damaged file was not touched. Keep it until you have looked at what was saved.
recovery-open = Open it

## The History view

history-heading = History
history-feed = Changes, newest first
history-intro = Everything that was done to this casebook. Nothing of it is ever lost, and any point of it can be gone back to.
history-find = Find in the history
history-by = By
history-by-anybody = anybody
history-until = Up to
history-only-selected = Only the selected event
history-only-event = Only “{ $title }”
history-every-event = Changes of every event
history-newer = Newer changes
history-older = Older changes
history-reading = Reading the history…
history-searching = Searching…
history-beginning = This is where the casebook began.
history-none-title = No change passes
history-none-text = Nothing in the history fits all of this. Show everything, or look for something else.
history-show-all = Show everything
history-all-changes = All it changed
history-fewer = Only the first
history-rows-more = There is more than can be listed here.
history-see-event = Show the event
history-go-back = Go back to here…
history-field-of = { $field } of “{ $name }”
history-taken-out = taken out:
history-put-in = put in:
event-history-all = All of its history
go-back-heading = Go back to this point?
go-back-comparing = Comparing with the present…
go-back-point = { $when }, right after: { $title }
go-back-nothing = The casebook is as it was then. There is nothing to go back to.
go-back-entries = { $count ->
    [one] One later change is taken back.
   *[other] { $count } later changes are taken back.
  }
go-back-too-many = They are too many to compare them one by one here. On a large casebook this may take as long as the changes themselves took.
go-back-changes = What would change
go-back-more = and more
go-back-record = { $name }: { $parts }
go-back-changed = { $count } would change
go-back-back = { $count } would come back
go-back-gone = { $count } would go
go-back-safe = Going back is a change itself: nothing of the history is lost, and it can be undone.
go-back-confirm = Go back
toast-nothing-to-go-back = The casebook is as it was then

## What became of a damaged casebook

recovered-lane = Recovered
recovered-schema = The list of tables was damaged and made anew.
recovered-unreadable = The drive could not read { $bytes } bytes.
recovered-gaps = { $table }: rows in { $count } stretches could not be read.
recovered-refused = { $table }: { $count } rows were damaged and left out.
recovered-left-out = { $table } { $name }: left out, because what it belonged to is lost.
recovered-reference = { $table } { $name }: what it referred to is lost.
recovered-value = { $table } { $name }: a value could not be understood.

## The history: what an action did, in words

history-added = { $record } added: { $text }
history-removed = { $record } deleted: { $text }
history-changed = { $record } “{ $name }” changed
history-field-set = { $field } of “{ $name }”: set to “{ $to }”
history-field-cleared = { $field } of “{ $name }”: “{ $from }” taken out
history-field-changed = { $field } of “{ $name }”: “{ $to }” instead of “{ $from }”
history-gone = one that is gone
history-said-by = { $author } { $done }
history-did-undo = undid: { $change }
history-did-redo = did again: { $change }
history-did-casebook-created = made the casebook { $subject }
history-did-event-added = added “{ $subject }”
history-did-event-changed = changed “{ $subject }”
history-did-event-moved = gave { $subject } a new date
history-did-events-changed = changed { $subject }
history-did-events-deleted = deleted { $subject }
history-did-events-merged = merged { $subject }
history-did-event-deleted = deleted “{ $subject }”
history-did-relation-added = related { $subject }
history-did-relation-deleted = took away the relation { $subject }
history-did-note-added = wrote a note on “{ $subject }”
history-did-note-changed = went on with the note on “{ $subject }”
history-did-note-deleted = deleted the note on “{ $subject }”
history-did-finding-accepted = accepted a finding: { $subject }
history-did-acceptance-withdrawn = withdrew an acceptance: { $subject }
history-did-imported = imported { $subject }
history-did-went-back = went back to how it was after: { $subject }
history-did-recovered = recovered { $subject }
history-yes = yes
history-no = no
history-record-about = About the casebook
history-record-lane = Lane
history-record-court = Court
history-record-actor = Actor
history-record-proceeding = Proceeding
history-record-proceeding-judge = Judge of a proceeding
history-record-place = Place
history-record-source = Source
history-record-principle = Principle
history-record-principle-source = Source of a principle
history-record-event = Event
history-record-event-judge = Judge
history-record-event-actor = Participant
history-record-event-jurisdiction = Jurisdiction
history-record-event-citation = Citation
history-record-event-principle = Principle of an event
history-record-event-place = Place of an event
history-record-event-source = Source of an event
history-record-event-unread-detail = Detail from knowledge
history-record-relation = Relation
history-record-dispute = Disputed date
history-record-dispute-alternative = Other date
history-record-note = Note
history-record-accepted-finding = Acceptance
history-field-name-id = Identifier
history-field-name-date = Date
history-field-name-stated-date = Date in the sources
history-field-name-stated-end = End in the sources
history-field-name-refined-date = Finer date
history-field-name-refined-confidence = Confidence of the finer date
history-field-name-date-note = Note on the date
history-field-name-public-from = Public from
history-field-name-filed = Filed
history-field-name-entered = Entered
history-field-name-title = Title
history-field-name-short-title = Short title
history-field-name-summary = Summary
history-field-name-kind = Kind
history-field-name-lane = Lane
history-field-name-main-case = Part of the main case
history-field-name-proceeding = Proceeding
history-field-name-court = Court
history-field-name-docket = Docket
history-field-name-docket-sequence = Place on the docket
history-field-name-confidence = Confidence
history-field-name-citations = Citations
history-field-name-jurisdictions = Jurisdictions
history-field-name-principles = Principles
history-field-name-from-knowledge = Details from knowledge, not read in the sources
history-field-name-markdown = Text
history-field-name-name = Name
history-field-name-type = Type
history-field-name-part = Part
history-field-name-effective = In effect from
history-field-name-basis = Basis
history-field-name-note = Note
history-field-name-rgs-member = Membership of Reform Government Surveillance
history-field-name-reason = Reason
history-field-name-author = Accepted by

refused-unknown-field = An event has no field “{ $field }” that can be set. There are: { $fields }
refused-not-true-or-false = { $field } is either true or false
refused-not-a-number = { $field } is a whole number
refused-too-many-events = More than { $most } events cannot be changed at once
refused-no-events = No event is selected
refused-no-change = Nothing is to be changed
subject-one-event = “{ $title }”
subject-events = { $count } events
subject-moved = “{ $title }”: { $date }
entry-no-date = Begin or end with a date, as in 14 July 2016.
entry-two-dates = The date can be read in two ways.
entry-no-title = Say what happened.
entry-no-lane = Name a lane with #, as in #appeal.
entry-two-lanes = An event has one lane, and this names { $lanes }.
refused-merge-same = An event cannot be merged with itself
subject-merge = “{ $other }” into “{ $keep }”
merge-filled = { $field }: { $value }
merge-relations = { $count ->
    [one] one relation
   *[other] { $count } relations
  }
merge-notes = { $count ->
    [one] one note
   *[other] { $count } notes
  }
merge-disputed = what is disputed of its date
merge-people = { $count ->
    [one] one person or body
   *[other] { $count } persons and bodies
  }
merge-sources = { $count ->
    [one] one source
   *[other] { $count } sources
  }
merge-citations = { $count ->
    [one] one citation
   *[other] { $count } citations
  }
merge-principles = { $count ->
    [one] one principle
   *[other] { $count } principles
  }
merge-places = { $count ->
    [one] one place
   *[other] { $count } places
  }
merge-others = { $count ->
    [one] one jurisdiction or detail
   *[other] { $count } jurisdictions and details
  }
merge-other-date = the date of “{ $title }”, which was merged into this
merge-date-reason = Two events of different dates were merged.
merge-note = Merged from “{ $title }” ({ $date }, `{ $id }`). What was not chosen:
relation-in-words = “{ $from }” { $act } “{ $to }”
not-moved-set = a choice or a list of dates has no next one; edit it instead
not-moved-form = a date of this form has no next one; edit it instead
not-moved-mixed-precision = its two ends are of different precision; move one of them, or edit it
not-moved-no-such-end = there is no date at that end
not-moved-reversed = it would end before it begins
not-moved-too-far = it would leave the years from 0 to 9999
not-moved-too-fine = its date is not as fine as that
refused-needed = { $field } cannot be left blank
refused-needs-field = { $field } can only be set together with { $other }
refused-empty = The { $what } is empty
refused-lane-in-use = The lane “{ $lane }” has { $count } events. Merge it into another lane, which takes them over
refused-merge-with-itself = A record cannot be merged with itself
refused-no-order = Only lanes and proceedings have an order of their own
refused-not-shared = This belongs to events and is shared by none
refused-relation-to-itself = An event cannot act on itself
refused-half-a-place = Give both the latitude and the longitude, or none
refused-not-degrees = { $field } is in degrees, as in 53.34 or -6.26
refused-no-role = Say in which role, or that this person sat as a judge
refused-no-part = There is nothing to add, change or take out
refused-other-list = An entry cannot be moved to another list
refused-no-membership = Say first whether it is a member, or take out what is said of the membership
refused-other-kind = A record cannot become one of another kind
refused-disputed-already = The dates of this event have been compared already; nothing of that is replaced
refused-part-gone = This entry is not there any more
refused-part-twice = This is there already
refused-several-parts = Several entries name this. Say which one by another field, as in --set role=party
refused-unknown-kind = “{ $kind }” is not one of: { $kinds }
refused-unknown-record-field = There is no field “{ $field }” to set here. There are: { $fields }
refused-import-file = it is not a file, or larger than 4 GB
rejected-no-such = it refers to a { $what } “{ $id }” that is not there

casebook-untitled = Untitled casebook
lane-of-import = Imported

## The change log: what was done, as undo and history say it

change-casebook-created = Made the casebook { $subject }
change-event-added = Event “{ $subject }”
change-event-changed = Change of “{ $subject }”
change-event-deleted = Deletion of “{ $subject }”
change-event-moved = New date of { $subject }
change-events-changed = Change of { $subject }
change-events-deleted = Deletion of { $subject }
change-events-merged = Merging of { $subject }
change-relation-added = Relation { $subject }
change-relation-changed = Change of the relation { $subject }
change-relation-deleted = Deletion of the relation { $subject }
change-dispute-put = Dates in dispute of “{ $subject }”
change-dispute-deleted = Deletion of the dates in dispute of “{ $subject }”
change-record-added = New { $kind } “{ $subject }”
change-record-changed = Change of the { $kind } “{ $subject }”
change-record-deleted = Deletion of the { $kind } “{ $subject }”
change-record-merged = Merging into the { $kind } “{ $subject }”
change-record-moved = Move of the { $kind } “{ $subject }”
change-list-people = People of “{ $subject }”
change-list-principles = Principles of “{ $subject }”
change-list-places = Places of “{ $subject }”
change-list-sources = Sources of “{ $subject }”
change-list-citations = Citations of “{ $subject }”
change-list-jurisdictions = Jurisdictions of “{ $subject }”
change-list-details = Unread details of “{ $subject }”
record-lane = lane
record-court = court
record-proceeding = proceeding
record-actor = person or body
record-place = place
record-principle = principle
record-source = source
change-note-added = Note on “{ $subject }”
change-note-changed = Change of the note on “{ $subject }”
change-note-deleted = Deletion of the note on “{ $subject }”
change-recovered = Recovery of { $subject }
change-went-back = Return to how it was after: { $subject }
change-finding-accepted = Acceptance of a finding: { $subject }
change-acceptance-withdrawn = Withdrawal of an acceptance: { $subject }
change-imported = Import of { $subject }
undid = Undid: { $change }
redid = Redid: { $change }

## What the check of a casebook finds

check-integrity = The file is damaged: { $detail }
check-foreign-key = Row { $row } of { $table } refers to a { $parent } that is not there
check-search-text = What can be found of event number { $event } is not what it says
check-search-index = The search index does not agree with the text
check-timeline = What the timeline draws of the events from number { $from } on is not what they say
check-dangling-relation = The relation “{ $id }” has an end that is no event
check-event-days = The days of the event “{ $id }” are not those of its date

## The Check view

findings-heading = Check
findings-intro = What in this casebook contradicts itself, looks like a slip, or is missing. What is right as it stands can be accepted, with a reason that is kept.
findings-running = Checking…
findings-unasked-title = { $count } events are not checked yet
findings-unasked-text = The check compares all of them and runs by itself only in smaller casebooks. Here it may take a minute for a million events, and the casebook waits meanwhile. After a change it is asked for again.
findings-unasked-action = Check now
findings-show = Findings that are shown
findings-open = Open ({ $count })
findings-accepted = Accepted ({ $count })
findings-none-open = Nothing is open. What was accepted is kept under “Accepted”.
findings-none-accepted = Nothing is accepted. A finding that is right as it stands can be accepted with a reason; it comes back when what it rests on changes.
findings-empty-title = Nothing found
findings-empty-text = The check runs after every change. Docketline looks for:
show-more = Show { $count } more of { $left }
show-end = All { $total } are shown
findings-go = Go to
findings-go-procedure = Go to the procedure
findings-places-more = and { $count } more
findings-accept = Accept…
findings-withdraw = Withdraw
findings-accepted-when = Accepted { $when }
findings-accepted-by = Accepted by { $author }, { $when }
findings-reason = Why it may stand
findings-reason-example = The notice was premature, as the court found
findings-reason-accept = Accept
findings-reason-cancel = Cancel
severity-error = Contradiction
severity-warning = Likely slip
severity-hint = Gap
severity-possible = Possible
event-findings-heading = Check found { $count ->
    [one] one thing
   *[other] { $count } things
  }
event-findings-show = Show in Check

## What the consistency check finds: the name of each rule, why it looks, and its sentences

finding-from-to = { $start } to { $end }
finding-list = { $others } and { $last }
finding-list-more = { $others } and { $more } more

finding-appeal-before-ruling-name = Appeal before the ruling
finding-appeal-before-ruling-why = An appeal dated before what it appeals from counts only once the ruling is there.
finding-appeal-before-ruling-says = “{ $from }” ({ $acted }) appeals from “{ $to }” before that was issued ({ $issued }). Look at both dates; if the notice was premature, accept this with that reason.
finding-appeal-before-ruling-possibly = “{ $from }” ({ $acted }) may have come before “{ $to }” ({ $issued }), from which it appeals. A finer date of either would settle it.

finding-act-before-target-name = Act before its target
finding-act-before-target-why = Nothing can be stayed, affirmed or set aside before it is issued. The act waits until it is.
finding-act-before-target-says = “{ $from }” { $relation } “{ $to }” from { $acted }, before that was issued ({ $issued }). Look at both dates and at the direction of the relation.
finding-act-before-target-possibly = “{ $from }” { $relation } “{ $to }”, and may have come before it: { $acted } against { $issued }. A finer date of either would settle it.

finding-cycle-name = Circle of relations
finding-cycle-why = Every relation but “cites” says that one event comes after the other, so a circle contradicts itself.
finding-cycle-says = { $many ->
    [no] { $events } is related to itself. Remove that relation, or give it the other event that was meant.
   *[yes] { $events } each come after the others, by { $relations } relations. At least one of these points the wrong way or does not belong.
  }

finding-end-before-start-name = End before start
finding-end-before-start-why = A proceeding, or the span that sources state for an event, cannot end before it begins.
finding-end-before-start-says = The proceeding “{ $what }” ends ({ $end }) before it starts ({ $start }). One of the two dates is wrong.
finding-end-before-start-event = The span stated for “{ $what }” ends ({ $end }) before it starts ({ $start }). One of the two dates is wrong.

finding-same-day-unordered-name = One day, no order
finding-same-day-unordered-why = Where acts of one day bear on one ruling, their order decides what stands. Give them their places on the docket.
finding-same-day-unordered-says = On { $day } more than one act bears on “{ $target }” and nothing says which came first: { $acts }. Until a docket sequence does, every order counts as possible.

finding-court-does-not-review-name = Court that does not review the other
finding-court-does-not-review-why = Review goes upwards, and within one circuit.
finding-court-does-not-review-says = “{ $from }” ({ $reviewing }) { $relation } “{ $to }” ({ $reviewed }), but that court does not review this one. Look at both courts and at the direction of the relation.

finding-act-on-no-instrument-name = Act on what has no force
finding-act-on-no-instrument-why = Only rulings, orders, statutes and the like can be affirmed or set aside. An act on anything else changes nothing.
finding-act-on-no-instrument-says = “{ $from }” { $relation } “{ $to }”, which is recorded as { $kind } and has no legal force. Another event may be meant, or its kind is wrong.

finding-lifts-no-stay-name = Lifted without a stay
finding-lifts-no-stay-why = A stay is an event that stays another. What stays nothing cannot be lifted.
finding-lifts-no-stay-says = “{ $from }” lifts “{ $to }”, which stays nothing. Say what that order stayed, or name the order that was lifted.

finding-probable-duplicate-name = Probable duplicates
finding-probable-duplicate-why = Events of the same time whose titles say the same are often one, entered twice.
finding-probable-duplicate-says = These look like one event: { $events }. If they are two, relate them or give them their dockets, or accept this.

finding-ruling-without-disposition-name = Ruling without a disposition
finding-ruling-without-disposition-why = A ruling that acts on nothing and answers nothing leaves open what it decided.
finding-ruling-without-disposition-says = Nothing says what “{ $event }” decided. Relate it to what it affirms, sets aside or answers.

finding-undated-name = Undated
finding-undated-why = An event without a first or last day may lie anywhere.
finding-undated-says = “{ $event }” has no date that says anything ({ $date }). A century, or “before 1990”, is better than none.

finding-unsourced-name = Unsourced
finding-unsourced-why = What rests on no source cannot be verified.
finding-unsourced-says = “{ $event }” names no source.

## The window's program: titles, dialogs and refusals

window-title = { $title } — Docketline
dialog-new = New casebook
dialog-open = Open a casebook
dialog-save-copy = Save a copy
restored-name = { $name } (restored)
recovered-name = { $name } (recovered)
dialog-restore = Restore a backup into a new file
dialog-recover = Recover into a new file
dialog-export = Export
dialog-import = Import
dialog-casebooks = Docketline casebooks
dialog-importable = Docketline data and tables
error-not-a-web-address = This is not an address of the web
error-not-a-web-address-hint = Only addresses that begin with http:// or https:// are opened in the browser.
error-not-chosen = This file was not chosen in a dialog
error-not-chosen-hint = Choose it once more.

refused-copy-too-many = More than 10,000 events are selected, which is more than a clipboard should hold
refused-no-instrument = “{ $id }” is no instrument: it cannot be in force or set aside
refused-not-one-day = a single day is needed
