"""Words by which a person's name is told from other capitalised words; all in lower case."""

from typing import Final

_GIVEN_NAMES: Final = """
aaron abdul abigail adam adrian ahmed aidan aileen aisha alan alasdair albert alex alexander alexandra alfie ali
alice alison alistair amanda amber amelia amir amy ana anand andrea andrew andy angela angus anita ann anna anne
annette anthony antonia anwen archie arjun arthur asha ashley audrey ava ayesha barbara barry beatrice ben benjamin
bernard beth bethan bethany beverley bilal brenda brendan brian bridget bronwen bryn callum cameron carl carol
caroline carolyn carys catherine catriona cerys charles charlie charlotte cheryl chloe chloë chris christina
christine christopher ciara claire clare clive colin conor craig daisy daniel danielle darren david debbie deborah
declan deepak denise dennis derek diana diane dominic donald donna dorothy douglas duncan dylan ed eddie edward
eileen elaine eleanor elena elin eliza elizabeth ella ellen ellie emily emma emyr eoin eric erin esther ethan eva
eve evelyn ewan farah fatima felicity fergus ffion finlay fiona frances francesca fraser fred freddie freya gareth
gary gavin gemma geoff geoffrey george geraint gerald gerard gethin gillian glen glenn gordon graeme graham greg
gregory gwen hamish hannah harriet harry harvey hassan hayley hazel heather helen henry hilary holly howard hugh
hussain iain ian ibrahim imogen imran ines iona isaac isabel isabella isla iwan jack jackie jacob jacqueline jake
james jamie jane janet janice jasmine jason jean jeff jeffrey jennifer jenny jeremy jessica jill jim joan joanna
joanne jodie joe joel john johnny jon jonathan joseph josh joshua joyce judith judy julia julian julie june karen
kate katherine kathleen kathryn katie kayleigh keith kelly ken kenneth kerry kevin khalid kieran kiran kirsten
kirsty kuldeep laura lauren leanne lee leo leon lesley leslie lewis liam lily linda lindsay lisa lloyd logan lorna
lorraine louis louise lowri lucas lucy luke lynn lynne maeve maggie mairi malcolm mandy manjit marcus margaret maria
marie marion marjorie martin mary mathew matt matthew maureen megan mei melanie melissa mhairi mia michael michelle
mike millie mohamed mohammad mohammed moira molly monica morag muhammad nadia naomi natalie natasha nathan neha neil
niall niamh nicholas nick nicola nigel nina noah noor norman oliver olivia omar orla oscar owain owen pamela
patricia patrick paul paula pauline penny peter phil philip philippa phoebe pierre piotr poppy priya quentin rachael
rachel raj rajesh ravi rebecca reece rhian rhiannon rhodri rhys richard robert roberta robin roger ronald rory
rosemary rosie ross rowan roy ruby rupert russell ruth ryan róisín sally sam samantha samir samuel sandra sanjay
sara sarah scott sean sebastian seán shan shannon sharon shaun sheila shona sian simon sinead sinéad siobhan siân
sofia sonia sophia sophie stacey stanley stephanie stephen steve steven stewart stuart sue sunil susan susie suzanne
sylvia tamsin tanya tara ted teresa terry tess thomas tim timothy tina toby tom tomasz tony tracey tracy trevor
tristan una usman valerie vanessa vera vicky vijay vikram vincent violet vivien walter wayne wendy william yasmin
yousef yusuf yvonne zac zachary zahra zainab zara zoe zoë
"""

_ORDINARY: Final = """
aberdeen accessibility accidental act add added additional adobe advisory affairs after again agency all also
although an analysis analyst analysts analytical and annex annual another any apart april are as ask asked assembly
assistant associate at audit august authority bank because before belfast below between bill birmingham births board
body borough both branch bristol britain british building bulletin bureau business but by cabinet calendar cambridge
can cardiff census central centre chair chancellor change changed check checked chief christmas city civil clarity
clean cleaned clerk code college commission commissioner committee community company confidential consider
considered consumer contact content cornwall could council county court credit crime crimes crown cumbria customs
dame dashboard data date dear deaths december department departmental deputy despite development devon did digital
director directorate division do does dr drug drugs dundee durham during duty each earlier early east easter eastern
economic economy edinburgh education either electoral emailed emergency emissions employment energy engagement
england english environment environmental equalities essex estimates europe european every everyone evidence excel
exchequer executive explore facebook family february federation finally finance financial first following food for
force foreign forest foundation freedom friday from fund further gave general give given glasgow good google
government governor great greater green group guidance had has have he head health hence her here higher highways
his holyrood home homicide honesty hospital hospitals house housing how however hub human i if immediate immediately
immigration impact in including income increase increased independent index indicators industry information
infrastructure initially innovation inside inspection inspector inspectorate institute insurance integrity
intelligence interior internal internally international interview introduce introduced investment ireland irish
island islands issue issued it its january job judicial july june just justice kent key kind kingdom labour lady
lancashire land late later lead leader leeds level levels library link linkedin list liverpool living local london lord
lords majesty majesty's management manager manchester many march market markets marriages may media medical member
message metadata microsoft midlands migration minister ministerial ministers ministry miss monday monetary monthly
more moreover most mr mrs ms much museum my national nations natural nearly neither network newcastle newport news
no nobody none nor north northern not nothing notice november now number nursing occurrence october of off office
officer official officials on once one online only open operations or order orderly organisation other otherwise our
outcomes outlook output outside over overview owing oxford page parliament parliamentary part partnership pay
payment payments pension pensions people performance perhaps permanent personnel planned planning please police
policy population portal post power practice pre pre-release premier press previously price prices prime principal
principle prior prison private product prof profession professional professor programme project protocol provisional
public publication publications publish published publishing q1 q2 q3 q4 quality quarter quarterly rail recall
recalled recently records recovery reference regards regional register registered registrar regulation regulator
release releases relevance remind reminded remove removed report reports research resources restore restored
restricted retail returns revenue review reviewed revised road roads royal rural saint saturday school schools
science scientific scotland scottish secretary section sector security senior sensitive sent september series
service services several sharepoint she sheet sheffield short should similarly since sir site skills so social
society some somebody someone soon source south southern special spokesperson st staff stage standard standards
state statement statistical statistician statisticians statistics still stormont strategy street strengthen
strengthened student study subsequently such summary sunday supply support surrey survey sussex swansea system
systems table tables taken tax teacher teachers team teams technical technology tell territories thanks that the
their then there therefore these they this those though three through thursday thus timetable to today told tomorrow
town trade training transparency transport treasury trust trustworthiness tuesday tv twitter two uk under
unfortunately union unit united universal universities university unless until up update upon user users vaccine
value vehicle vehicles vice visitor voluntary wages wales was water we web website wednesday weekly welfare welsh
were west western westminster what when where whether which while whitehall who whose why widening will with
withdrawn withdrew within without word work workforce working works world written year yearly yes yesterday
yorkshire you your youth youtube
"""

_VERBS: Final = """
advise advised alert alerted ask asked brief briefed call called chase chased coach coached contact contacted copied
debrief debriefed email emailed forwarded give gave help helped inform informed instruct instructed
invite invited involve involved let meet met mentor message messaged move moved notified notify phone phoned praise
promote promoted rang reassign reassigned redeploy refer referred remind reminded remove removed replace replaced
reprimand reprimanded retrain retrained ring saw send sent spoke supervise supervised task tasked tell text texted
thank thanked told train trained update updated warn warned write wrote
"""

_BEGINNINGS: Final = """
after although and as because before but earlier finally if later once since so then today tomorrow unfortunately when
while yesterday
"""

GIVEN_NAMES: Final = frozenset(_GIVEN_NAMES.split())
"""Common given names that are seldom other words; with one, a name is told where a sentence begins."""

ORDINARY: Final = frozenset(_ORDINARY.split())
"""Words of organisations, posts, places, documents and days, and those that begin a sentence: part of no name."""

VERBS: Final = frozenset(_VERBS.split())
"""What is done with people: before a name where a sentence or a note begins, and no part of it."""

BEGINNINGS: Final = frozenset(_BEGINNINGS.split())
"""Before a name where a sentence begins, as before many other words."""
