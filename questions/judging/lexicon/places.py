"""Countries, states and continents, and the nouns that places are made with."""

from questions.judging.lexicon.reading import entries, word_set

_COUNTRIES = """
afghanistan|albania|algeria|andorra|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain
bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia|botswana|brazil|britain|great britain
brunei|bulgaria|burkina faso|burma|burundi|cambodia|cameroon|canada|chad|chile|china|colombia|comoros|congo
costa rica|croatia|cuba|cyprus|czechia|czech republic|denmark|djibouti|dominica|dominican republic|ecuador
egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany
ghana|greece|greenland|grenada|guatemala|guinea|guyana|haiti|holland|honduras|hungary|iceland|india
indonesia|iran|iraq|ireland|northern ireland|israel|italy|ivory coast|jamaica|japan|jordan|kazakhstan|kenya
kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania
luxembourg|macedonia|north macedonia|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius
mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nauru|nepal|netherlands
new zealand|nicaragua|niger|nigeria|north korea|norway|oman|pakistan|palau|palestine|panama|papua new guinea
paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|san marino
saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|somalia
south africa|south korea|south sudan|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan
tajikistan|tanzania|thailand|tibet|togo|tonga|trinidad|tunisia|turkey|turkmenistan|tuvalu|uganda|ukraine
united arab emirates|united kingdom|united states|uruguay|usa|us|uk|uae|uzbekistan|vanuatu|vatican city
venezuela|vietnam|wales|yemen|yugoslavia|zambia|zimbabwe|ussr|soviet union
"""

_STATES = """
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho
illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi
missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota
ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont
virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|alberta|manitoba|saskatchewan
british columbia|nova scotia|new south wales|queensland|tasmania|bavaria|saxony|catalonia|andalusia|sicily
sardinia|tuscany|cornwall|devon|yorkshire
"""

_CONTINENTS = "europe|asia|africa|north america|south america|central america|oceania|antarctica|america"

_CODES = """
al:alabama|ak:alaska|az:arizona|ar:arkansas|ca:california|co:colorado|ct:connecticut|dc:dc|de:delaware
fl:florida|ga:georgia|ia:iowa|il:illinois|ky:kentucky|la:louisiana|ma:massachusetts|mass:massachusetts
md:maryland|mi:michigan|mn:minnesota|mo:missouri|nc:north carolina|nd:north dakota|nj:new jersey
nm:new mexico|nv:nevada|ny:new york|oh:ohio|ok:oklahoma|or:oregon|pa:pennsylvania|sc:south carolina
tn:tennessee|tx:texas|ut:utah|va:virginia|vt:vermont|wa:washington|wi:wisconsin
"""
STATE_CODES: dict[str, str] = dict(entry.split(":", 1) for entry in entries(_CODES))


def _names(text: str) -> frozenset[str]:
    return frozenset(entries(text))


SAME_PLACE = (
    ("united states of america", "united states", "usa", "us"),
    ("united kingdom", "uk"),
    ("soviet union", "ussr"),
    ("myanmar", "burma"),
    ("czech republic", "czechia"),
    ("ivory coast", "cote divoire"),
    ("washington dc", "washington district of columbia"),
)
"""Names by which quizmasters take the same place."""

COUNTRIES = _names(_COUNTRIES)
STATES = _names(_STATES)
CONTINENTS = _names(_CONTINENTS)
CONTAINERS = COUNTRIES | STATES | CONTINENTS

BARE = word_set(
    """
river rivers lake lakes loch lough mount mountain mountains sea ocean desert island islands isle isles creek
"""
)
"""Nouns that a place's name does without, whoever asks."""

ADMINISTRATIVE = word_set(
    """
city town village borough district county province state country nation republic kingdom commonwealth
"""
)
"""Kinds of place that may be said before the name with "of"."""

KINDS = (
    BARE
    | ADMINISTRATIVE
    | word_set(
        """
bay gulf strait channel cape peninsula canal valley canyon falls waterfall volcano peak hill hills range plain
plateau glacier forest reef beach port harbour region territory capital continent empire dynasty tower bridge
palace castle cathedral church abbey temple mosque museum gallery stadium arena theatre library tunnel dam
airport station street road avenue square park garden gardens zoo university college school hospital hotel
prison battle war treaty siege act revolution planet moon star constellation comet galaxy
"""
    )
)
"""Nouns for kinds of place, building and event: alone they name none."""
