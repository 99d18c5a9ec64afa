"""What tells a person among the words of a field: posts, teams, and names that are words as well. Pure."""

from typing import Final

from breach_wizard.check.known_words import GIVEN_NAMES

_POSTS: Final = """
adviser advisor analysis analyst analysts and assistant associate branch centre chief communications coordinator data
department deputy desk director directorate dissemination division editor enquiries enquiry executive for group head
helpdesk hub lead leader mailbox manager minister of office officer official press principal profession publication
publications publishing release releases secretary section senior service services statistical statistician
statisticians statistics team the unit
"""

_TEAMS: Final = """
analysis breach breaches comms communications contact contacts customer customers data desk dissemination enquiries
enquiry feedback general group help helpdesk hop hub inbox info information mail mailbox media newsdesk office outputs
press pressoffice production publication publications publishing release releases research service services stat
statistical statistics stats statsteam support team unit
"""

_ALSO_WORDS: Final = """
april august baker banks bell bill bird black book bridge brook brooks brown burns bush carpenter carter cook cross
day dean drew field fields fish fisher ford forest fox frank gene glass gold grace grant gray green grey hall hand
heath hill hills holly hope hunt hunter ivy jack jay joy june king knight lake lane law lily long low mark marks marsh
mason may mercy mill miller mills moor moss park parker parks pat peace penny pike pitt pool poole pope potter power
powers price ray read reed rich rivers rob rock rose rowe sage sharp shepherd short sky small snow star stone storm
street summer summers swift taylor turner violet walker wall ward waters weaver webb wells west white will winter
winters wise wood woods young
"""

_SHORT_NAMES: Final = """
abby alex ali andy angie barb becky ben bernie beth bev billy bob brad cath cathy charlie chris cindy connie dan danny
dave deb debbie des dom don eddie ellie fred gabby gaz geoff greg gus harry jake jamie jeff jen jenny jess jim jimmy jo
joe joey jon josh kate kath kathy katie ken kev kim len les liz lizzie lou maggie mandy matt meg mel mick mike mo nat
nick nicky nige nikki ollie pam pete phil raj reg rick ron ronnie sam sammy sid sim stan steph steve stu sue suzy ted
terri tim toby tom tommy tony trish val vic vicky viv wes zac
"""

POSTS: Final = frozenset(_POSTS.split())
"""Words of a post or a team: what stands with one of them is not a name alone."""

TEAMS: Final = frozenset(_TEAMS.split())
"""Words in an address that belongs to no single person."""

SHARED: Final = frozenset({
    "team", "enquiries", "enquiry", "press", "switchboard", "helpline", "public", "main", "mailbox"
})  # fmt: skip
OWN: Final = frozenset({"direct", "mobile", "mob", "ddi", "ext", "extension", "home", "personal"})
"""Words beside a number that is everybody's, and beside a person's own."""

ALSO_WORDS: Final = frozenset(_ALSO_WORDS.split())
"""Names that are words of a text as well."""

MONTHS: Final = frozenset({"april", "august", "june", "may"})
"""Names that are months: no name beside a number."""

BEGINS: Final = frozenset({"will"})
"""Names that begin sentences far more often."""

SHORT_NAMES: Final = frozenset(_SHORT_NAMES.split())
"""What people are called at work."""

TITLES: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "prof", "professor", "lord", "lady"})

PERHAPS: Final = GIVEN_NAMES | SHORT_NAMES | ALSO_WORDS
"""First words of two with a capital that are a name, or a thing such as "Green Book": only a person can tell."""
