"""Proper names in general use: a guess that is one of them is no slip of typing for another name."""

from questions.judging.lexicon.places import CONTAINERS
from questions.judging.lexicon.reading import word_set

_CITIES = word_set(
    """accra adelaide aleppo algiers amman amsterdam ankara antwerp athens atlanta auckland austin baghdad
    baku bali baltimore bangkok barcelona basel bath beijing beirut belfast belgrade bergen berlin bern
    birmingham bogota bologna bombay bonn bordeaux boston brasilia bremen brighton brisbane bristol bruges
    brussels bucharest budapest buffalo cadiz cairo calais calcutta cambridge canberra canton caracas
    cardiff casablanca chennai chester chicago cologne colombo copenhagen cordoba cork dakar dallas damascus
    delhi denver derby detroit doha dover dresden dubai dublin dundee durban edinburgh exeter florence
    frankfurt geneva genoa ghent glasgow granada hague halifax hamburg hanoi harare havana helsinki hobart
    honolulu houston istanbul jakarta jerusalem kabul kampala karachi kiev kyoto lagos lahore leeds leipzig
    lille lima limerick lincoln lisbon liverpool london luanda lusaka luxor lyon madras madrid malaga malmo
    managua manchester manila marseille mecca medina melbourne memphis miami milan minsk mombasa montreal
    moscow mumbai munich nagasaki nairobi nantes naples nashville newcastle nice odessa osaka oslo ottawa
    oxford padua palermo paris perth philadelphia phoenix pisa plymouth porto prague pretoria quito rabat
    reims reno riga rio rome rotterdam salem salzburg seattle seoul seville shanghai sheffield siena sofia
    split stockholm stuttgart sydney taipei tallinn tampa tehran tokyo toledo toronto toulouse trieste
    tripoli tucson tunis turin utrecht valencia venice verona vienna vilnius warsaw wellington winnipeg york
    zagreb zurich
    """
)

_SURNAMES = word_set(
    """adams allen anderson armstrong arnold atkins austen bach bacon bailey baker baldwin barker barnes
    barry bell bennett berry bishop black blake bond booth boyd boyle brady brahms brando brandt brooks
    brown browne browning bruce bryant buchanan burke burns burton bush butler byrne byron cameron campbell
    carey carlyle carroll carson carter carver cash chaplin chapman chandler chase chaucer christie
    churchill clark clarke clinton cohen cole coleman collins columbus connor conrad constable cook cooper
    coppola cox crawford crick cromwell cruise cruz curie curry cushing dali dalton daniels dante darwin
    davies davis davison dawson dean defoe degas dickens dickinson dillon disney dixon dodd doyle drake
    duncan dunn dylan edison edwards einstein eliot elliott ellis emerson engels epstein evans faraday
    fisher fleming fletcher flynn ford forster foster fox franklin fraser freeman freud frost fry fuller
    galileo gandhi garner gates gauss gershwin gibbon gibson gill goethe golding gordon graham grant gray
    green greene grey griffin griffiths grimm hall hamilton hancock handel hardy harper harris harrison hart
    harvey hawke hawking hawkins haydn hayes hegel hemingway henderson hendrix henry herbert hill hitler
    hobbes hoffman hogan holmes hooke hoover hopkins hopper howard howe hubble hudson hughes hume hunt
    hunter huxley ibsen irving jackson james jefferson jenkins jobs johns johnson jones jordan joyce jung
    kafka kant keats keller kelly kelvin kennedy kent keynes king kipling klein klimt knight knox lamb
    lawrence lee leigh lenin lennon lewis lincoln liszt locke london lowell lucas luther mahler mailer
    malone manet mann marlowe marsh marshall martin marx mason matisse matthews maxwell mendel mendeleev
    miller mills milton mitchell monet monroe montgomery moore morgan morris morrison morse moses mozart
    munro murphy murray napier nash nelson newman newton nixon nobel nolan norton obama oconnor orwell owen
    oswald page paine palmer parker pascal pasteur patton paulson peel penn perry peters picasso pitt planck
    plato plath poe polk pollock porter potter pound powell presley price proust puccini purcell putin
    raleigh ramsay ravel reagan reed rembrandt renoir reynolds rice richards richardson roberts robinson
    rodin rogers roosevelt ross rossini rothko rousseau rowling rubens russell ryan salinger sanders sargent
    sartre schubert schumann scott seuss shaw shelley sherman simmons simon simpson sinatra smith spencer
    spenser spielberg stalin stanley stein steinbeck stevens stevenson stewart stone strauss stuart sullivan
    swift taft tate taylor tennyson tesla thatcher thomas thompson thomson thoreau tolkien tolstoy trump
    truman tudor turing turner twain tyler tyson updike van verdi verne vivaldi voltaire wagner walker
    wallace waller walton warhol warren washington watson watt watts wayne webb weber webster welles wells
    west wharton wheeler white whitman wilde wilder williams willis wilson winter wolfe wood woods woolf
    wordsworth wren wright yeats young zola
    """
)

_MYTH_AND_SKY = word_set(
    """
achilles adonis aeneas ajax amazon aphrodite apollo aquarius ares argus ariel aries artemis athena atlas
aurora avon bacchus baldur brahma caesar callisto calypso cancer capricorn castor cato ceres charon cicero
circe congo cronus cupid danube daphne demeter diana dionysus echo electra eros euphrates europa freya frigg
gaia ganges ganymede gemini hades hecate hector helen helios hera hercules hermes homer horus hydra icarus
indus io isis janus jason juno jupiter kali krishna leda leo libra loki mars medea medusa mercury midas
minerva minos minotaur morpheus narcissus neptune nero niger nike nile odin odysseus oedipus orion orpheus
osiris ovid pandora paris pegasus penelope perseus pisces plutarch pluto poseidon priam prometheus psyche ra
rama remus rhea rhine rhone romulus sagittarius saturn scorpio seine selene set severn shiva sirius taurus
terra thames theseus thor tiber tigris titan trent triton tyr ulysses uranus venus vesta virgil virgo vishnu
volga vulcan zeus
"""
)

PROPER = _CITIES | _SURNAMES | _MYTH_AND_SKY | {name for name in CONTAINERS if " " not in name}
