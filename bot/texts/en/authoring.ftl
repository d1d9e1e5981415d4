## What members write, review, report and correct. Its markup is written here; parameters arrive escaped.

### A server's own questions

own-questions-title = ## This server has { questions } of its own
own-questions-none = This server has no questions of its own yet. Add one with `/question add`.
own-question-author = -# by { $author }
page = -# Page { $page } of { $pages }
button-back = Back
button-next = Next
own-question-kept = Saved as question { $number }, { $how ->
    [choices] with choices
   *[typed] with a typed answer
}: { $prompt }
own-question-removed = Removed: { $prompt }
    -# `/question restore` with the number { $number } brings it back.
own-question-unknown = This server has no question number { $number }.
own-question-known = This server already has that question, as number { $number }.
question-form-title = A question for this server
question-form-lost = What you typed before is no longer available.
question-form-prompt = Question
question-form-answers = Answer
    .about = One accepted answer per line; the first is the one that is shown.
question-form-wrong = Wrong choices
    .about = One per line. Leave it empty to have the answer typed.
question-form-explanation = Explanation
    .about = Shown with the answer.
problem-no-prompt = The question is empty.
problem-no-answer = There is no answer.
problem-many-answers = There are { $count } accepted answers: write at most { $most }.
problem-many-wrong = There are { $count } wrong choices: write at most { $most }.
problem-long = “{ $beginning }…” is { $length } characters long: write at most { $most }.
problem-not-typeable = A typed answer needs a letter or a digit. Otherwise add wrong choices, so that it gets buttons.
problem-twice = “{ $text }” appears twice.
own-questions-found = ## { questions } with “{ $search }”
own-questions-not-found = No question of this server says that.
own-question-restored = Back in the quizzes: { $prompt }
own-question-changed = Somebody has changed this question in the meantime, so nothing was saved. Look at it again.
question-form-source = Source
    .about = Where it is written: a title or a link.
question-form-details = Details of the question
question-form-topic = Topic
    .about = Shown above the question, like Cast or Geography.
question-form-level = Level
    .about = “Any” takes on the level of the quiz.
question-form-picture = Link to a picture
    .about = Begins with https:// and is shown with the question.
question-not-kept = The question cannot be saved like this:
problem-picture = “{ $link }” is no link to a picture: it has to begin with https:// and name a public site.
problem-source = “{ $link }” is no safe link. Write it out in full, or only the title.
problem-given-away = The question gives its answer away: “{ $answer }”.
problem-right-too = The wrong choice “{ $text }” would count as right.

### The preview

preview-title = **Preview**: this is how it will be asked.
preview-heading = Question
preview-answer = ✅ { $answers }
preview-typed = -# The answer is typed.
near-title = **Much like it:**
near-same = ⚠️ Asks the same: { $prompt } ({ $answer }) · { $where }
near-alike = ▫️ { $prompt } ({ $answer }) · { $where }
near-own = number { $number } of this server
near-fact = made of a fact of { $pack }
near-pack = number { $number } of { $pack }
draft-save = Save
draft-send = Send
draft-edit = Edit
draft-more = Topic, level, picture
draft-drop = Discard
draft-dropped = Discarded. Nothing was saved.
draft-lost = This draft is no longer available. Nothing was saved.

### One question and its history

state-live = in the quizzes
state-waiting = waiting for a review
state-refused = not taken
state-removed = removed
history-title = **History**
act-added = { $when }: written by { $who }
act-suggested = { $when }: suggested by { $who }
act-edited = { $when }: changed by { $who }
act-approved = { $when }: approved by { $who }
act-refused = { $when }: not taken by { $who }
act-removed = { $when }: removed by { $who }
act-restored = { $when }: brought back by { $who }

### Suggestions and their review

suggestion-sent = Sent to the quizmasters: { $prompt }
    -# `/question mine` shows what becomes of it.
suggestion-approved = Approved as question { $number }. { $author } is named at the reveal.
suggestion-refused = Not taken. { $author } can read your word in `/question mine`.
suggestion-refused-message = { $server }: your question was not taken.
    { $prompt }
    “{ $word }”
suggestions-too-many = You have sent { $most } suggestions that are still new. Wait until the quizmasters have caught up.
suggestions-queue-full = { $most } suggestions are waiting already. Try again when the quizmasters have caught up.
mine-title = ## You have written { questions } here
    ✍️ { $approved ->
        [one] 1 suggestion approved
       *[other] { $approved } suggestions approved
    }
mine-none = You have not written a question here yet. Suggest one with `/question suggest`.
review-title = **Suggestion { $place } of { $count }**, by { $author }
review-none = No suggestions are waiting.
review-approve = Approve
review-edit = Edit and approve
review-refuse = Refuse
review-skip = Next
refusal-title = Refuse a suggestion
refusal-word = A word to the author
    .about = Why not, or what would make it better.

### A problem with a question

button-report = Report a problem
report-title = Report a problem
report-reason = What is the matter?
report-note = In your words
    .about = For the quizmasters: what is right, or what is missing.
report-reason-wrong = The answer is wrong
report-reason-ambiguous = More than one answer is right
report-reason-misspelt = There is a spelling mistake
report-reason-outdated = It is out of date
report-reason-offensive = It is offensive
report-reason-dull = It is dull
report-reason-other = Something else
report-thanks = { $count ->
    [one] Thank you. The quizmasters will look at it.
   *[other] Thank you. The quizmasters will look at it; { $count } players have reported it.
}
reports-too-many = You have { $most } reports that nobody has looked at yet. Wait until the quizmasters have caught up.
report-count = { $reason } ×{ $count }
complaint-title = **Report { $place } of { $count }**: { $reasons }
complaint-facts = **Made of:**
complaint-mend = Correct
complaint-retire = Never ask again
complaint-dismiss = Dismiss
complaint-skip = Next
complaints-none = Nothing is reported.
outcome-mended = Corrected, here and in every question made of the same fact.
outcome-retired = It is not asked in this server any more.
outcome-dismissed = Dismissed.
mend-title = Correct a question
mend-fact = Which fact?
mend-value = The right answer
    .about = Leave it empty if the answer is right. Dates like 2019-06-14.
mend-alias = One more accepted answer
    .about = Counts in every question with this answer.
mend-nothing = You did not enter a correction, so nothing has changed.
mend-impossible = This answer cannot be corrected like that. Nothing has changed.
retire-title = Never ask about a fact again
fact-fault-no-relation = There is no such relation in that pack.
fact-fault-no-name = A name needs a letter or a digit.
fact-fault-no-date = Enter a date like 2019-06-14, 2019-06 or 2019.
fact-fault-no-number = Enter a number in digits.
fact-fault-not-in-pack = Only what is in the pack already can stand there.
fact-fault-itself = Both sides are the same.
fact-fault-known = That fact is already there.
fact-fault-other-object = The pack says otherwise: the subject has another value already, and can have only one.
fact-fault-other-subject = The pack says otherwise: that belongs to another subject already, and can belong to only one.
fact-fault-circle = Then something would come before itself.

### “I was right”

button-was-right = I was right
appeal-title = **{ $player } says that this was right: “{ $guess }”**
appeal-who-decides = -# Whoever started the quiz decides, or a quizmaster.
appeal-yes = Accept
appeal-no = Do not accept
appeal-keep = Accept it from now on
appeal-accepted = ✅ { $by } accepted it: { $award }
appeal-place = Now number { $rank } of { $players }, with { points }.
appeal-refused = { $by } did not accept it.
appeal-kept = From now on this answer counts.

### A server's own facts and corrections

fact-title = **A fact for “{ $pack }”**, in this server alone
fact-questions = { $count ->
    [one] **1 kind of question** comes of it, like this:
   *[other] **{ $count } kinds of questions** come of it, like these:
}
fact-keep = Keep it
fact-kept = Kept as number { $number }. Quizzes in this server now ask about it. `/fact remove` takes it back.
fact-no-source = A fact needs a source: where it is written.
fact-no-questions = No question comes of it alone. More facts may change that.
fact-founds = 🆕 The pack is new: it begins with this.
relation-not-kept = It cannot be kept like this:
relation-title = **A new sort of facts for “{ $pack }”**, in this server alone
relation-kept = Kept as number { $number }. `/fact add` now offers it.
relation-date = a date
relation-number = a number
relation-form-title = A new sort of facts
relation-form-statement = The fact, with two gaps
    .about = … stands for a name, like: … was painted by ….
relation-form-ask-object = Question for: { $second }
    .about = With a gap for what is known, like: Who painted …?
relation-form-ask-subject = Question for: { $first }
    .about = May stay empty. Like: Which picture did … paint?
relation-form-shape = How many there are
    .about = It decides which wrong choices are certainly wrong.
shape-one-shared = One { $second } for each { $first }; it may be shared
shape-one-to-one = One { $second } for each { $first }, never shared
shape-several-own = Several for each { $first }; no { $second } is shared
shape-all-listed = Several both ways, and all of them get listed
wording-fault-noun = Name both by a noun, like film or member; the first cannot be a date or a number.
wording-fault-two-gaps = The fact needs two gaps: write … for each.
wording-fault-gap = A question needs one gap: write … where the name goes.
wording-fault-braces = Write … for a gap, and no braces.
wording-fault-nothing-asked = At least one question is needed.
wording-fault-known = The pack has this sentence already.
changes-title = { $count ->
    [one] ## 1 fact or correction of this server
   *[other] ## { $count } facts and corrections of this server
}
changes-none = This server has not corrected or added any facts yet.
change-by = -# { $who }, { $when }
change-added = Added: { $fact }
change-retire = Never asked: { $what }
change-override = Corrected: { $what } → { $value }
change-founded = A pack of its own: { $pack }
change-relation = A sort of facts: { $relation } ({ $pack })
change-alias = “{ $value }” also counts: { $what }
change-undone = Number { $number } no longer holds.
change-not-undone = There is no number { $number } that was taken back.
change-restored = It holds again: { $about }
change-unknown = There is no number { $number } in `/fact list`.

### Packs

packs-title = { $count ->
    [one] ## 1 pack
   *[other] ## { $count } packs
}
pack-facts = { $count ->
    [one] 1 fact
   *[other] { $count } facts
}
pack-questions = { questions }
pack-own = this server's own
pack-for-all = for all servers
pack-is-on = ✅ Quizzes in this server ask about it.
pack-is-off = ▫️ Switched off in this server.
pack-now-on = Quizzes in this server now ask about { $title }.
pack-now-off = Quizzes in this server no longer ask about { $title }.
pack-not-own = Only this server’s own packs can be removed. `/pack off` switches others off.
pack-founded-removed = Removed: { $title }, with its facts. All points stay. `/fact restore` brings it back.
pack-new = New pack: { $title }
pack-removed = Removed: { $title }. All points stay. `/pack undo` brings it back.
pack-undone = Undone: { $what }.
nothing-to-undo = There is nothing to undo.
pack-not-exported = Only imported packs, this server’s own packs and its own questions can be exported.
import-title = **{ $file } → { $title }**: nothing is imported yet.
import-added = ➕ new: { $count }
import-changed = ✏️ changed: { $count }
import-skipped = ♻️ already there: { $count }
import-refused = ⚠️ cannot be asked: { $count }
import-nothing = There is nothing new to import.
import-confirm = Import
import-done = Imported into { $title }: { $added } new, { $changed } changed. `/pack undo` undoes it.
import-outdated = The packs of this server have changed in the meantime, so nothing was imported. Import the file again.
import-too-large = The file has { $size } MiB; at most { $most } can be imported.
import-not-read = Discord did not hand over the file. Try again.
