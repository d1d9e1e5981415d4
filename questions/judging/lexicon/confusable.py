"""Words and names that lie a slip apart and are not the same answer."""

from questions.judging.lexicon.reading import entries

_OPPOSITES = """
north:south:east:west|northern:southern:eastern:western|upper:lower|left:right|up:down|top:bottom
front:back:rear|inner:outer|inside:outside|internal:external|interior:exterior|major:minor|maximum:minimum
greater:lesser|big:little|large:small|long:short|high:low|old:new|young:old|elder:younger|senior:junior
male:female|man:woman|men:women|boy:girl|king:queen:prince:princess|god:goddess|father:mother|son:daughter
brother:sister|positive:negative|true:false|black:white
red:blue:green:yellow:orange:purple:brown:pink:grey:gray|hot:cold|warm:cool|day:night|sun:moon|summer:winter
spring:autumn:fall|early:late|before:after|first:last|open:closed|light:dark|heavy:light|fast:slow|good:bad
best:worst|heaven:hell|love:hate|war:peace|war:battle|life:death|day:week:month:year
monday:tuesday:wednesday:thursday:friday|saturday:sunday|gold:silver:bronze|bishop:pope
duke:count:earl:baron|acid:base|convex:concave|credit:debit|import:export|public:private|army:navy|land:sea
lake:river:sea:ocean:mount|city:county:country:state|president:prime:vice|symphony:concerto:sonata
primary:secondary:tertiary|centigrade:fahrenheit|winner:loser
"""

_NEAR = """
iran:iraq|austria:australia|slovenia:slovakia:slavonia|niger:nigeria|zambia:gambia|mauritius:mauritania
mali:malawi:malta|guinea:guyana|ireland:iceland|island:iceland|dominica:dominican|latvia:lithuania
libya:liberia|chad:chile|sudan:sweden|switzerland:swaziland|oman:yemen|georgia:jordan|paraguay:uruguay
uganda:rwanda|macedonia:caledonia|samoa:somalia|tonga:togo|moldova:moldavia:maldives|armenia:romania:albania
estonia:slovenia|belarus:belgrade|wales:whales|kansas:arkansas|carolina:caroline|dakota:nakota|iowa:iona
budapest:bucharest|vienna:venice|lima:lome:lisbon|dublin:durban|riga:rio|rome:reims|turin:tyrol|genoa:geneva
bern:bonn|lyon:lyons:lion|cork:york|manila:managua|tripoli:tirana|nice:nile|elbe:elba|rhine:rhone
seine:senne|tigris:tigers|volga:vulgar|tamar:tartar|tiber:tibet|manet:monet|bohr:born:boer|babbage:cabbage
darwin:darling|hegel:engels|bach:back|brahms:braun|chopin:chaplin|haydn:hayden|ravel:raven|mahler:miller
weber:webern|munch:much|einstein:eisenstein:epstein|hooke:hook|hawking:hawkins|newton:newtown|tesla:tessa
austen:auster|bronte:bronze|stein:steen|cato:cat|augustus:augustine|octavia:octavian|constantine:constance
hannibal:cannibal|charlemagne:champagne|cromwell:cornwell|jackson:johnson|harrison:harris
anne:anna:hanna:hannah|maria:mario|carl:carla|paul:paula|julie:julia:julian|daniel:danielle|michael:michelle
eric:erica|robert:roberta|george:georgia|joan:jean:jane:june:jan|john:joan|marie:maria|gabriel:gabriela
absorption:adsorption|amide:amine:imide:imine|alkane:alkene:alkyne|ethane:ethene:methane:ethanol:methanol
propane:propene|butane:butene|benzine:benzene|sulfate:sulfite:sulfide|nitrate:nitrite:nitride
chlorate:chlorite:chloride|phosphate:phosphite:phosphide|carbonate:carbide|fluorine:chlorine
fluoride:chloride|iodine:iodide|bromine:bromide|cation:anion|neutron:neutrino:neuron|proton:photon
photosynthesis:chemosynthesis|mitosis:meiosis:miosis|osmosis:mitosis|genotype:phenotype|chromosome:chromatin
stalactite:stalagmite|igneous:ingenious|graphene:graphite:grapheme|resistance:resistivity
reactance:resistance|conductance:conductivity|capacitor:capacitance|inductor:inductance|induction:deduction
reflection:refraction:diffraction|convection:conduction|evaporation:transpiration|respiration:perspiration
artery:arthritis|ureter:urethra:uterus|ileum:ilium|perineum:peritoneum|radius:radium|radon:radian
rubidium:ruthenium|barium:boron|hypothermia:hyperthermia|hypoglycemia:hyperglycemia|hypotension:hypertension
hypotonic:hypertonic|antipathy:empathy|endothermic:exothermic|endocrine:exocrine|endoskeleton:exoskeleton
intranet:internet|intrastate:interstate|macroeconomics:microeconomics|microscope:telescope
monotheism:polytheism|monogamy:polygamy|biped:quadruped|herbivore:carnivore:omnivore
stratosphere:troposphere|mesozoic:cenozoic:paleozoic|afferent:efferent|astronomy:astrology|geology:zoology
ecology:oncology|meteorology:metrology|cosmology:cosmetology|psychology:physiology|numerator:denominator
mean:median:mode|latitude:longitude|altitude:attitude
centimeter:centiliter:millimeter:milliliter:kilometer:decimeter|equator:equation|perihelion:aphelion
waxing:waning|flora:fauna|comet:comic|asteroid:steroid|pulsar:quasar|viola:violin:violet|cello:hello
trumpet:trombone|baroque:barque|ballet:ballot|desert:dessert|principal:principle|stationary:stationery
complement:compliment|bread:breed|capital:capitol|council:counsel|martial:marital|casual:causal
united:untied|angel:angle|trail:trial|form:from|cavalry:calvary|moral:morale|cannon:canon
carat:carrot:caret:karat|boxing:boxer|hurling:curling|bishop:bison|alligator:crocodile|gorilla:guerrilla
moose:mousse:mouse|brahma:brahman:brahmin|shiite:sunni|ares:aries|apollo:pollo|loki:loci|venus:genus
pluto:plato|saturn:satan|aurora:aura|odyssey:odysseus|iliad:iliac|aeneas:aeneid
"""


def _groups(text: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for entry in entries(text):
        group = entry.split(":")
        for word in group if len(group) > 1 else ():
            table.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in table.items()}


OPPOSITES = _groups(_OPPOSITES)
NEAR = _groups(_NEAR)

SERIES = frozenset(
    entries(
        """
star wars|star trek|lord of the rings|the lord of the rings|harry potter|indiana jones|james bond
mission impossible|pirates of the caribbean|the hunger games|the chronicles of narnia|jurassic park
the matrix|x men|fast and furious|the terminator|terminator|rocky|rambo|toy story|die hard|mad max
back to the future|the hobbit|twilight|grand theft auto|final fantasy|call of duty|assassins creed
the legend of zelda|a song of ice and fire|the dark tower|captain america|spider man|batman|superman
"""
    )
)
"""Famous series: the name of one alone does not say which part is meant."""
