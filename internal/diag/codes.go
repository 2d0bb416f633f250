package diag

import "strings"

// Explanation is what `casebook explain CODE` prints.
type Explanation struct {
	Code  string
	Title string
	Means string
	Mend  string
}

// Explanations is every code there is, in order. A test holds that each code used in the program stands here and that
// each one that stands here is provoked by some test.
var Explanations = []Explanation{
	// Files.
	{"CB001", "the file is not UTF-8 text", "casebook reads text saved as UTF-8. This file was saved in another encoding, so its accents and dashes would come out wrong.", "Open the file, choose Save as, and pick the encoding UTF-8. In Notepad it is in the list beside the Save button."},
	{"CB002", "the file is not a text file", "The name ends as a text file's does, but the content is something else, such as a Word document or a picture.", "Paste the text into a plain text editor and save it as Markdown, or give the file its right name."},
	{"CB003", "a file was left out", "Links out of the site folder, devices and folders with a file's name are never published.", "Copy the file itself into the content folder."},
	{"CB004", "a file or folder could not be read", "The machine refused to open it.", "Check that it exists, that you may read it, and that it is downloaded if it lives in a synchronised folder."},
	{"CB005", "there is no content", "The folder named content is missing, is a file, or has no Markdown in it.", "Run casebook init for a small working library, or say with --source where yours is."},
	{"CB006", "a name that Windows refuses", "The file's name is a device's, ends in a dot or space, or has a character that Windows does not allow, so a colleague could not open it.", "Rename it with letters, digits and hyphens."},
	{"CB007", "a second copy of a file", "A synchronised folder made a copy when two people edited one file.", "Compare the two, keep one, delete the other."},
	{"CB008", "a name that cannot be used", "The file's name is too long, is not readable text, or has characters that cannot be seen.", "Rename it with letters, digits and hyphens."},
	{"CB009", "too much text in one file", "The file is far larger than any page: an export, or a picture with the wrong name.", "Split it, or give it the extension of what it is."},
	// Front matter.
	{"CB010", "the front matter is never closed", "The fields at the top of a file stand between two lines of three hyphens. The second line is missing, so nothing below the first can be read.", "Add a line --- below the last field."},
	{"CB011", "three dots in the front matter", "For YAML three dots end a document, so every field below them would be lost.", "Delete the line."},
	{"CB012", "not front matter", "Something stands where lines of the form field: value are expected.", "Write fields, or use *** where the hyphens were meant as a line across the page."},
	{"CB013", "dashes instead of hyphens", "A word processor has turned the three hyphens into dashes.", "Type --- again with the hyphen key."},
	{"CB014", "YAML that cannot be read", "A quotation mark, colon, bracket or indentation in the front matter is not what YAML expects.", "Put the value in straight double quotes; indent with spaces."},
	{"CB015", "hyphens inside a value", "A line of three hyphens ends the front matter wherever it stands.", "Use *** inside a value."},
	{"CB016", "a value that begins with a mark", "Values that begin with & * or ! are marks for YAML and would lose their first word.", "Put the value in double quotes."},
	{"CB017", "a comma inside braces", "Inside { } a comma ends a value, so the rest of the sentence became a field of its own.", "Write one line for each part, indented, or use quotes."},
	{"CB018", "words lost after #", "YAML drops everything after a space and # in a value without quotes.", "Put the value in double quotes."},
	{"CB019", "front matter in another format", "The file begins with TOML or JSON.", "Write YAML between two lines of three hyphens."},
	{"CB020", "a required field is missing", "The kind needs this field; without it the page cannot be made.", "Add the field. casebook explain KIND lists them all."},
	{"CB021", "a field that does not exist", "The name is not a field of this kind, so the line does nothing. Usually it is misspelt.", "Correct the name, or delete the line."},
	{"CB022", "a field stands twice", "Only one of the two values could be used.", "Keep one, or put both into one list."},
	{"CB023", "the wrong sort of value", "The field wants text, a list or lines of its own, and has another.", "Write it as casebook explain KIND shows."},
	{"CB024", "too long", "The text does not fit where it is shown.", "Say it in fewer words."},
	{"CB025", "a long summary", "Summaries are shown in lists and search results; long ones are not read.", "Keep one or two sentences."},
	{"CB026", "not one of the values", "The field takes one of a few words.", "Use one of the words listed."},
	{"CB027", "a value of the wrong form", "An address, email, DOI or similar is not written in full.", "Write it as the message shows."},
	{"CB028", "not a date", "Dates are written year, month, day: 2024-04-19. This is another form, or a day that does not exist.", "Write the date in that form."},
	{"CB029", "not an academic year", "An academic year is written as its two years: 2018-19.", "Write both years."},
	// Names and addresses.
	{"CB030", "a name that fits two things", "Two things are called this, so casebook cannot know which is meant.", "Write the kind before it, such as unit/library."},
	{"CB031", "a name that fits nothing", "Nothing of the kind is called this: by id, number, title or other name.", "Check the spelling, or make the thing first."},
	{"CB032", "it points to a draft", "What is published cannot lead to what is not.", "Publish the draft, or take the mention away until then."},
	{"CB033", "two titles are the same", "Within a kind each title is used once, so that readers and links can tell things apart.", "Change one of the titles."},
	{"CB034", "two things have one address or number", "Only one page can have an address, aliases included, and only one case a number. Capitals and accents do not make two addresses different.", "Rename a file, give one of the two a slug or another number, or take the alias away."},
	{"CB036", "a match without its kind", "A match between principles begins with the word that says how they stand to each other.", "Begin with exact, close, broader, narrower or related."},
	{"CB037", "no reason given", "This relation is worth something to readers only with its reason.", "Write the reason after the colon."},
	{"CB038", "a contact that cannot be reached", "A contact has an email, a form, or another contact that stands in.", "Add one of them."},
	{"CB039", "a file name without an address", "The address of a page is made of its file's name, and this name gives none or one that casebook keeps for itself.", "Rename the file; the title can stay."},
	// Records.
	{"CB040", "a record is not complete", "A complete record has this field. Older records may lack it: the page leaves the section out.", "Add the field if it can be found out."},
	{"CB041", "a case without recommendations", "Most projects ask for something; a reader will look for it.", "Add the recommendations, or one sentence that says why there are none."},
	{"CB042", "a question without its mark", "The question of a project is shown as a question.", "End it with a question mark."},
	{"CB043", "a reason that does not exist", "Because names the key of a finding of the same case.", "Use a key that stands at the end of a finding, such as f1."},
	{"CB044", "no programme for a number", "The letters a case number begins with belong to a programme.", "Add the programme, or its prefix."},
	{"CB045", "an unusual case number", "Numbers look like CL-2018-01: letters, year, number.", "Name the file after its number."},
	{"CB046", "a credit that is not clear", "A credit is either a person on file or a role in words.", "Keep one of person and unnamed."},
	{"CB047", "half of a decision", "Passed on needs to whom, overtaken needs by what.", "Add passed_to or overtaken_by."},
	{"CB048", "no date promised", "A reader who is told yes will ask when.", "Add due with a date."},
	{"CB049", "a decision without words", "A decision with its reason is an answer; one without is hardly more than a mark.", "Write a sentence or two below the front matter."},
	// Text.
	{"CB050", "HTML in the text", "Pages are written in Markdown; HTML tags are left out for safety, and the text inside them stays.", "Use Markdown, and a callout for a box."},
	{"CB051", "a link to nothing", "The file or page that the link names is not there.", "Correct the path. It counts from the folder of the file you are in."},
	{"CB052", "a link to no heading", "The page is there, but no heading on it has this address.", "Use one of the addresses listed."},
	{"CB053", "a link out of the library", "The link names a place on a disk, or a file outside the content folder.", "Copy the file beside the page and link to it."},
	{"CB054", "a link that is not followed", "Only web, email and telephone addresses can stand in a link.", "Write an address that begins with https://."},
	{"CB055", "a wikilink that is not closed", "A link of the form [[name]] has no end, or stands inside another link.", "Close it with ]]."},
	{"CB056", "a citation that is not closed", "A citation looks like [@key, p. 14].", "Close it with ] and check the key."},
	{"CB057", "an image without a description", "Readers who cannot see the image need to be told what it shows.", "Write it between the square brackets: ![What it shows](file.png)."},
	{"CB058", "an image from another site", "Showing it would tell that site who reads the page.", "Copy the image beside the page, if its licence allows it."},
	{"CB059", "an unknown callout", "Callouts are NOTE, WARNING, TIP, PROMPTS, OPTIONS and EXAMPLE.", "Correct the word in the brackets."},
	{"CB060", "headings out of order", "Headings are the outline that readers of speech jump through; a level left out makes it wrong.", "Begin with ## and go down one level at a time."},
	{"CB061", "a section's heading that is not quite one", "Sections such as Findings are lifted to their place by name and level; one that is misspelt, has more words, another level or no space after its signs would be missed.", "Write the heading as the message shows, such as ## Recommendations."},
	{"CB062", "a footnote that is not there", "The text refers to a footnote nobody wrote.", "Write it, or delete the mark."},
	{"CB063", "a footnote nobody refers to", "It would vanish without a word.", "Refer to it, or delete it."},
	{"CB064", "too deep or too wide", "Quotations, lists or a table go far beyond what a page can show.", "Divide it."},
	{"CB065", "a recommendation without its mark", "A recommendation's address ends in its key, so the key must be written and never changes.", "End the heading with the mark shown, such as {#r1}."},
	{"CB066", "recommendations in two places", "They stand in the front matter and in the text, and casebook cannot know which is right.", "Keep one of the two."},
	{"CB067", "a finding without its mark", "A finding is referred to by its key, so the key must be written and never changes.", "End the list item with the mark shown, such as {#f1}."},
	{"CB068", "a key stands twice", "Two addresses would be the same.", "Give the later one the next free key."},
	{"CB069", "a label that is not written as one", "Labels such as For and Because stand directly below a recommendation, each at the beginning of a line, without signs of a list or bold letters.", "Write the line as the message shows, such as For: Library."},
	{"CB070", "a long recommendation", "A recommendation is one sentence that someone can act on.", "Keep the sentence and move the rest below it."},
	{"CB071", "references that cannot be read", "content/references.json is not a list in CSL-JSON.", "Export it again from Zotero."},
	{"CB072", "a reference that cannot be used", "Something in this reference is not as CSL-JSON has it.", "Mend it in the reference manager and export again."},
	{"CB073", "a file in no known folder", "Every file of content lies in the folder of its kind.", "Move it to one of the folders listed."},
	{"CB074", "nothing to publish in a file", "The file is empty, or has text and no front matter.", "Give it front matter: title, and what else casebook explain KIND names."},
	// Charts.
	{"CB075", "a chart that is not complete", "A chart needs its type, a title, a description for readers who cannot see it, and an end.", "Add the line that the message shows above the line ---, or close the block with three backticks."},
	{"CB076", "a setting that a chart does not have", "Above the line --- a chart has type, title, description, unit and source, each once on a line of its own; type is bar, stacked, line or dot.", "Correct the word, or delete the line."},
	{"CB077", "rows and columns that do not fit", "Below the line --- comes a header row with a name for each column, then rows with as many cells, and | between the cells. A bar chart has one column of numbers.", "Add the missing cell, name or line; leave a cell empty where there is no number."},
	{"CB078", "a cell that is no number", "In every column but the first stand numbers, all of one sort. They may have commas between thousands, decimals, a minus, % or £.", "Write the number alone, or leave the cell empty where there is none."},
	{"CB079", "a chart of too much", "More rows or lines than anyone can tell apart say less than a table.", "Keep what matters, make two charts, or attach the figures as a file."},
	// Links between files.
	{"CB080", "an unknown citation key", "No reference has this key.", "Correct the key, or add the reference to content/references.json."},
	{"CB081", "an unknown fact", "The thing is there, but has no such field to print; what was withdrawn has none left.", "Use one of the fields listed."},
	{"CB082", "an attachment nobody names", "A file that no published page links to is not published.", "Link to it, or delete it."},
	{"CB083", "another page's attachment", "A page's files lie in the folder of its name.", "Move or copy the file there."},
	{"CB084", "a name without consent", "A person is named only as they agreed to, and the record of that is the credit itself.", "Add how they are shown and the date they agreed, or show the role only."},
	{"CB085", "a person named in the text", "The full name of someone on file stands in an item that has no record of their consent.", "Write their role instead."},
	{"CB086", "a withdrawn name", "Someone credited here withdrew their name, so their role is shown. A withdrawal counts at once, whatever day is typed.", "Replace the line by unnamed and the role when you next edit the file."},
	{"CB117", "consent of a day to come", "Consent counts from the day it was given. This one is dated after today, so until then a role is shown.", "Correct the year, or show the role only until they have agreed."},
	// Responses.
	{"CB087", "an answer before the question", "A response cannot be older than the project it answers.", "Check the year, and the number in to."},
	{"CB088", "an answer from elsewhere", "The unit that answers is not one that was asked.", "Check by, or record that the request was passed on."},
	{"CB089", "an answer from nobody", "Several units were asked, so the response must say which one answers.", "Add by."},
	{"CB090", "confirmed before done", "Students confirm what a unit has reported as done.", "Record the unit's own response first."},
	{"CB091", "an answer to something unpublished", "The recommendation is not public, so the response is not shown.", "Nothing, if the case will be published later."},
	{"CB092", "a relation in a circle", "A theme cannot be broader than itself by way of others, a unit cannot lie inside itself, contacts cannot stand in for each other, and two pages cannot replace each other. Nothing builds on, repeats or resembles itself.", "Keep the relation on one of the two, and name something else than the page itself."},
	{"CB093", "a match typed twice", "Each pair of principles is typed once and shown on both.", "Delete one of the two lines."},
	{"CB094", "a menu entry that leads nowhere", "The menu of casebook.yaml names a page that the site does not have, so the entry is left out.", "Correct the address, or take the entry away."},
	{"CB095", "no address for the site", "Canonical addresses, the sitemap and citations need to know where the site is published.", "Add base_url to casebook.yaml."},
	{"CB096", "nobody to ask", "Every page ends by saying whom to ask.", "Add a contact, and name it in casebook.yaml."},
	{"CB097", "a mention without a link", "What is mentioned is not published on this day, so its name is printed without a link.", "Nothing: the link appears when it is."},
	{"CB098", "done without evidence", "A reader will want to see it.", "Add a section Evidence with a link."},
	{"CB099", "a translation is not published", "A file such as name.cy.md is the translation of name.md. It needs that file, its language among `languages:` in casebook.yaml, and to be of a guide page or a page below content/pages/; other kinds, the front page and the introductions of lists are not published in other languages.", "Name the file after its original. Otherwise keep it; nothing is lost."},
	{"CB100", "a request that nobody makes", "A request that recurs is shown from the day on which the first recommendation that makes it is published.", "Write Ask: and its title below a recommendation, or delete the file."},
	{"CB101", "nothing says until when", "Readers must know whether they can still apply. Its state (open, closing soon, closed) is worked out from the dates.", "Add deadline: with a date, rolling: yes, or dates: to be announced."},
	{"CB102", "it ends before it begins", "The second of two dates is earlier than the first.", "Check the years."},
	{"CB103", "an event without a place", "Nobody can come without knowing where.", "Add place: or online:."},
	{"CB104", "an event says nothing about access", "People decide by it whether they can come.", "Add access: with steps, hearing loop, captions, and whom to ask for anything else."},
	{"CB105", "fields of an unknown kind", "A block with the word fields becomes the table of a kind's fields, and the kind named in it is none.", "Write one line with the name of a kind, such as case; `casebook explain` lists them."},
	{"CB106", "a PDF without an accessible version", "People who listen to a page, enlarge it or read it on a phone often cannot use a PDF.", "Add accessible: with the name of a file that says the same in text, or accessible: yes when the PDF is tagged and somebody has checked it."},
	{"CB107", "a mark on no finding or recommendation", "A mark such as {#r2} or {#f1} stands on a heading of another level, on words in bold letters or in another section, so there would be no recommendation or finding of that name, and no page for it.", "Write a recommendation as a heading that begins with ### below ## Recommendations, and a finding as a line that begins with - below ## Findings."},
	{"CB108", "a heading without its space", "The signs ## make a heading only with a space after them; without it they are shown as text.", "Put a space after the last #."},
	{"CB109", "withdrawn, but still public", "The file says when and why it was withdrawn, but its status does not say that it is, so all of it would be published.", "Add status: withdrawn, or delete withdrawn: and the lines below it."},
	// Files that are published as they are.
	{"CB110", "a style or script that cannot be made smaller", "It is published as written.", "Check it for a missing bracket or quotation mark."},
	{"CB111", "a missing style sheet or script", "The list of styles or scripts names a file that is not there.", "Delete the line, or add the file."},
	{"CB112", "a file that is never published", "Web pages, scripts and styles in the content folder could run as part of the site.", "Write Markdown, or offer a PDF."},
	{"CB113", "a drawing that does more than draw", "The SVG file has a script or an outside address in it.", "Export it again as plain SVG or as PNG."},
	{"CB114", "not a picture", "Browsers cannot show this file as a picture.", "Save it again as PNG or JPEG."},
	{"CB115", "an enormous picture", "The picture claims more points than any page can show.", "Make it smaller."},
	{"CB116", "a heavy picture", "A picture of more than half a megabyte is slow to load on a phone, and casebook publishes pictures as they are.", "Make it smaller: 2,000 points across are plenty, and a photograph is lightest as JPEG."},
	// The accessibility statement.
	{"CB130", "no word on compliance", "The accessibility statement has to say whether the website is fully, partially or not compliant. Only a test can tell, so casebook never fills it in.", "Test the site, then write compliance: with fully, partially or not. Until then add status: draft, and the statement is left out."},
	{"CB131", "a compliance status that contradicts its list", "A website that is partially or not compliant has something listed that is not accessible; one that is fully compliant has nothing listed.", "Correct the status, or the lists below fails:, burden: and out_of_scope:."},
	{"CB132", "an accessibility statement that is old", "The law wants the statement looked at every year. This one was last reviewed, or its website last tested, more than 12 months ago.", "Go through the site and the statement again, then write the new day."},
	{"CB133", "a promise that has passed", "The statement says that a fault will be put right by a day, and the day has gone by.", "Take away what has been put right, or write a new day."},
	// Translations.
	{"CB134", "a translation older than its original", "The page was changed after the day of its translation, so readers of the two languages may be told different things.", "Bring the translation up to date and add the day to its changes:, or write the day as reviewed: if nothing has to change."},
	{"CB135", "a translation without a day", "Pages without a day of publication are drafts, and a translation is one too, whatever its original says. Readers of its language are not shown it.", "Add published: with the day, or status: draft while it is not yet meant to be read."},
	// Layouts and settings.
	{"CB180", "a layout that cannot be read", "The template language cannot parse the file.", "Look at the line named; compare it with the built-in layout."},
	{"CB181", "a layout that cannot be made smaller", "It is used as written.", "Check it for a tag that is not closed."},
	{"CB182", "a layout is missing", "A page needs it.", "Take the file from the built-in theme."},
	{"CB183", "a layout that cannot be used", "It names a field that its page does not have, fails while it is shown, or holds nothing to show.", "Look at the line named; the fields are in internal/render."},
	{"CB184", "layouts that do not fit together", "A part that every page shares cannot be shown.", "Take the built-in layout again, and change it step by step."},
	{"CB190", "an unknown time zone", "Days begin at midnight somewhere; the name is not in the list of zones.", "Write a name such as Europe/London."},
}

// Explain finds the explanation of a code, in any capitals.
func Explain(code string) (Explanation, bool) {
	for _, e := range Explanations {
		if strings.EqualFold(e.Code, code) {
			return e, true
		}
	}
	return Explanation{}, false
}
