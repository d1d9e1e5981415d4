"""Large cities by the country that they are in: a guess that names another country means another place."""

from questions.judging.lexicon.reading import entries

_CITIES = """

france:paris:lyon:marseille:nice:bordeaux:toulouse:lille:nantes:reims:cannes:calais:strasbourg:avignon:versailles
england:london:manchester:birmingham:liverpool:leeds:bristol:oxford:cambridge:york:bath:brighton:newcastle:sheffield
england:plymouth:exeter:norwich:nottingham:leicester:coventry:southampton:portsmouth:canterbury:durham:chester:derby
scotland:edinburgh:glasgow:aberdeen:dundee:inverness|wales:cardiff:swansea|northern ireland:belfast:derry
ireland:dublin:cork:galway:limerick
spain:madrid:barcelona:seville:valencia:granada:malaga:bilbao:toledo:cordoba:cadiz|portugal:lisbon:porto
italy:rome:milan:venice:florence:naples:turin:genoa:pisa:verona:bologna:siena:palermo:trieste
germany:berlin:munich:hamburg:frankfurt:cologne:dresden:leipzig:stuttgart:bremen:bonn:nuremberg:hanover:dusseldorf
austria:vienna:salzburg:graz:innsbruck|switzerland:zurich:geneva:bern:basel:lausanne
netherlands:amsterdam:rotterdam:the hague:utrecht|belgium:brussels:antwerp:ghent:bruges
luxembourg:luxembourg|denmark:copenhagen:aarhus|norway:oslo:bergen:trondheim
sweden:stockholm:gothenburg:malmo:uppsala|finland:helsinki:turku|iceland:reykjavik
poland:warsaw:krakow:gdansk:lodz:wroclaw:poznan|czech republic:prague:brno|slovakia:bratislava
hungary:budapest|romania:bucharest|bulgaria:sofia|greece:athens:thessaloniki:sparta
turkey:istanbul:ankara:izmir|russia:moscow:saint petersburg:volgograd:vladivostok:kazan
ukraine:kiev:kyiv:odessa:lviv|belarus:minsk|estonia:tallinn|latvia:riga|lithuania:vilnius|serbia:belgrade
croatia:zagreb:split:dubrovnik|slovenia:ljubljana|bosnia:sarajevo|albania:tirana|north macedonia:skopje
malta:valletta|cyprus:nicosia
usa:new york:chicago:boston:los angeles:san francisco:seattle:philadelphia:detroit:dallas:houston:miami
usa:phoenix:las vegas:new orleans:san diego:baltimore:cleveland:pittsburgh:minneapolis:memphis:nashville
usa:buffalo:honolulu:atlanta:denver
canada:toronto:montreal:vancouver:ottawa:quebec:calgary:winnipeg:halifax:edmonton
mexico:mexico city:acapulco:cancun|cuba:havana|jamaica:kingston
brazil:rio de janeiro:sao paulo:brasilia:salvador:recife|argentina:buenos aires:rosario
chile:santiago:valparaiso|peru:lima:cusco|colombia:bogota:medellin:cali|venezuela:caracas
ecuador:quito:guayaquil|uruguay:montevideo|bolivia:la paz|egypt:cairo:alexandria:luxor
morocco:marrakesh:casablanca:rabat:fez|tunisia:tunis|algeria:algiers|libya:tripoli:benghazi
nigeria:lagos:abuja|ghana:accra|kenya:nairobi:mombasa|ethiopia:addis ababa|tanzania:dar es salaam:dodoma
uganda:kampala|south africa:cape town:johannesburg:durban:pretoria|zimbabwe:harare|senegal:dakar
israel:jerusalem:tel aviv:haifa|lebanon:beirut|syria:damascus:aleppo|jordan:amman:petra|iraq:baghdad:basra
iran:tehran:isfahan|saudi arabia:riyadh:mecca:medina:jeddah|uae:dubai:abu dhabi|qatar:doha|afghanistan:kabul
pakistan:karachi:lahore:islamabad
india:mumbai:delhi:new delhi:calcutta:kolkata:bangalore:chennai:agra:jaipur:bombay|nepal:kathmandu
bangladesh:dhaka|sri lanka:colombo|thailand:bangkok:phuket|vietnam:hanoi:saigon:ho chi minh city
cambodia:phnom penh|malaysia:kuala lumpur|indonesia:jakarta|philippines:manila|singapore:singapore
china:beijing:shanghai:hong kong:guangzhou:wuhan:nanjing|taiwan:taipei|south korea:seoul:busan
north korea:pyongyang|japan:tokyo:kyoto:osaka:hiroshima:nagasaki:yokohama|mongolia:ulaanbaatar
australia:sydney:melbourne:perth:brisbane:adelaide:canberra:hobart:darwin
new zealand:auckland:wellington:christchurch
"""


def _countries() -> dict[str, str]:
    return {
        city: country
        for entry in entries(_CITIES)
        for country, *cities in [entry.split(":")]
        for city in cities
    }


COUNTRY_OF = _countries()
"""The country of each city."""
