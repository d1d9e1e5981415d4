"""Common English words: a guess that is one of them is no slip of typing for another word."""

from questions.judging.lexicon.reading import word_set

COMMON = word_set(
    """
aka able about above accent access acid across action actor actress addition adult advice affair afraid after again
against age agency agent agree air album alcohol alien alike alive all alley allow alloy almost alone along
aloud already also altar alter always amount anchor angel anger angle angry animal ankle annual another answer
ant anthem apart ape apparatus apple application april apron arch are area argue arm armour army around arrow
art ash ask asleep atom attack attic aunt autumn avenue award away awful axe baby back bacon bad badge bag bake
baker bald ball ballet balloon band bang bank bar barber bare bark barn barrel base basic basin basket bass bat
bath battle bay beach bead beak beam bean bear beard beast beat beauty beaver become bed bee beef been beer
beetle before beg begin behind being belief bell belly below belt bench bend berry best bet better between bible
big bike bill bin bind bingo bird birth biscuit bishop bit bite bitter black blade blame blank blanket blast
blaze bleed blend bless blind block blonde blood bloom blow blue board boast boat body boil bold bolt bomb bond
bone bonus book boost boot border bore born borrow boss both bottle bottom bounce bow bowl bowls box boxer
boxing boy brain brake branch brand brass brave bread break breast breath breed breeze brick bride bridge brief
bright bring broad bronze brook broom brother brown brush bubble bucket bug build bull bullet bump bunch burger
burn burst bury bus bush busy butcher butler butter button buy buyer cab cabbage cabin cabinet cable cage cake
calendar calf call calm camel camera camp campus can canal candle candy cannon canoe canvas cap cape capital
captain car caravan carbon card care career careful cargo carol carpet carriage carrot carry cart cartoon carve
case cash castle cat catch cattle cause cave ceiling cell cellar cement cent centre century cereal chain chair
chairman chalk champion chance change channel chapel chapter charge charity charm chart chase chat cheap cheat
check cheek cheer cheese chef chemist cherry chess chest chicken chief child chimney chin chip chips choice
choir choke choose chorus chunk church cider cigar cinema circle circus city civil claim clam clan class classic
claw clay clean clear clerk clever click cliff climate climb clip cloak clock close cloth clothes clotting cloud
clove clown club clue coach coal coast coat cobra cock code coffee coffin coin cold collar college colony colour
column comb come comedy comet comic comma commission committee common communication company compass competition
complex computer concert condition cone construction cook cool copper copy coral cord core cork corn corner
corporation correct cost costume cottage cotton couch cough could council count counter country county couple
courage course court cousin cover cow coward crab crack cradle craft cramp crane crash crater craven crazy cream
create credit creek creep crest crew cricket crime criminal crisis critic crocodile crop cross crow crowd crown
cruel cruise crumb crusade crush crust cry crystal cub cube cuckoo culture cup cupboard cure curl current curry
curse curtain curve cushion custard custom cut cycle dad daily dairy daisy damage dame damp dance dancer danger
dark dart darts date daughter dawn day dead deaf deal dear death debate debt decade deck deep deer defeat defend
degree delay delta democrat demon den dentist department depth desert desk dessert development devil diabetic
diamond diary dice dictator did diesel diet dig dinner dip direct director dirt dirty disaster disc discovery
dish ditch dive diver divide division dock doctor does dog doll dollar dolphin dome done donkey door double
dough dove down dragon drain drama draw drawer dread dream dress dresser drift drill drink drive driver drop
drought drown drug drum drummer drunk dry duck due duel duke dull dumb dust duty dwarf dye each eagle ear early
earn earth earthquake ease east easy eat echo economy edge editor education eel egg eight either elbow elder
elect election electric element elephant eleven elf else empire empty end enemy energy engine engineer enjoy
enter entry environment equal error escape estate even evening event ever every evil exam example exhibition
exit experience expert express expression extra eye fable face fact factor factory fail faint fair fairy faith
fall false fame family famous fan fancy far fare farm farmer fashion fast fat fatal father fault favour fear
feast feather federal feed feel female fence ferry fever few fiction field fifty fig fight figure file fill film
final finance find fine finger finish fir fire firm first fish fisher fist fit five fix flag flame flare flash
flat flavour flea fleece fleet flesh flew flight flint float flock flood floor flour flow flower fluid flute fly
foal foam focus fog fold folk follow food fool foot football force ford forest forge fork form fort fortune
forty forum forward fossil found fountain four fox frame free freedom freeze fresh friend frog from front frost
fruit fry fuel full fun fund funeral funny fur fury future gain galaxy gale gallery game gang gap garage garden
garlic gas gate gear general generation genie genius gentle geometry get ghost giant gift ginger giraffe girl
give glad glass globe glory glove glow glue goal goat goblin god goddess gold golden golf good goose gospel
gossip got government grace grade grain grammar grand grant grape graph graphite grass grate grave gravity gravy
great greed green greet grief grill grin grip groom ground group grove grow growth guard guess guest guide guilt
guitar gum gun gut gym habit had hair half hall ham hammer hamster hand handle happy harbour hard hare harm harp
harvest has hat hate haunt have haven having hawk head heal health hear heart hearts heat heaven heavy hedge
heel height heir hell hello helmet help hen her herb herd here hero heroine herring hide high hill him hint hip
hire his history hit hive hobby hockey hold hole holiday hollow holly holy home honest honey honour hood hook
hop hope horn horror horse hose hospital host hot hotel hour house how human humour hump hundred hunger hunt
hunter hurdle hurricane hurt husband hut ice icon idea identity idiot idle idol image inch independence industry
infant information ink inn inner insect inside insurance intelligence international into investigation
investment iron island issue its ivory jacket jail jam jar jaw jazz jelly jet jewel job joint joke jolly journey
joy judge jug juggle juice jump jungle junior jury just justice keen keep kettle key kick kid kidney kill killer
kilt kind king kingdom kiss kitchen kite kitten knee knife knight knit knock knot know knowledge label labour
lace lack ladder lady lake lamb lamp lance land landing lane language lantern lap large lark laser last late
later latin laugh launch laundry law lawn lawyer layer lazy lead leader leaf league leak lean leap learn least
leather leave left leg legal legend lemon lend length lens leopard less lesson let lets letter level lever liar
liberty library lice lid lie life lift light lightning like lily limb lime limit line linen link lion lip liquid
list listen lit literature little live liver lizard load loaf loan lobby lobster local lock locust log lonely
long look loop loose lord lorry lose loss lost lot loud louse love lover low lower loyal luck lump lunar lunch
lung machine mad magic magician magnet maid mail main major maker male mammal man management mane manger mango
manner manufacture many map maple marble march mare margin marine mark market marriage marry marsh mask mass
massive mast master mat match mate material math mathematics matter may mayor maze meal mean measles measure
meat medal medical medicine meet melon melt member memory men mend menu mercy merit mermaid merry mess metal
meter method microwave middle midnight might mild mile military milk mill mine miner mineral minister minor mint
minute miracle mirror miss missile mission mist mix moat mob model modern mole moment money monk monkey monster
month moon moose moral more morning moss most moth mother motion motor mould mount mountain mouse moustache
mouth move movement movie much mud mule muscle museum mushroom music musical musician musket must mustard myth
nail name nap narrow nation national native nature navy near neat neck need needle neither nephew nerve nest net
nettle neutral never new news next nice niece night nine noble noise none noon north nose note nothing novel now
nuclear number nun nurse nut nylon oak oar oat oath object ocean octopus odd off offer office officer official
often oil old olive onion only onto open opera operation orange orbit orchard order organ organisation
organization origin orphan ostrich other otter ounce our out outer oval oven over owl own owner oxygen oyster
pace pack page pain paint painter pair palace pale palm pan pancake panda panel panic pansy panther pants paper
parade paradise parcel parent parish park parrot parsley part partner party pass passenger passion past pasta
paste pastry patch path patient pattern pause pawn pay pea peace peach peacock peak peanut pear pearl pebble pen
pencil penguin penny people pepper perch perfect performance perfume period person personal pest petal petrol
phase philosophy phone photo phrase physical piano pick picnic picture pie piece pig pigeon pile pill pillow
pilot pin pinch pine pink pint pipe pirate pistol pit pitch place plague plain plan plane planet plank plant
plaster plastic plate platform play player please plenty plot plotting plough plug plum plumber plus pocket poem
poet poetry point poison poker polar pole police policy polish polite political pollution polo pond pony pool
poor pop pope poppy population porch pore pork port portrait position possible post poster pot potato pottery
pound powder power prawn pray prayer present president press pressure pretty price pride priest prime prince
princess print prison private prize problem procedure produce production professor profit programme project
promise proof property prophet prose protection protein proud prune public publication pudding pull pump pumpkin
punch pupil puppet puppy pure purple purse push puzzle pyramid python quake quarrel quarry quart quarter quartz
queen question queue quick quiet quilt quit quite quiz rabbit race racer rack radar radiation radio rage raid
rail railway rain rainbow raisin ram ramp ranch range ranger rank rare rat rate raven raw ray rays razor reach
reaction read reader ready real rear reason rebel record red reed reef referee refuse regret reign reindeer
relation relay religion rent reply report reptile republic republican rescue research resistance rest result
return revenge revolution rhyme rib ribbon rice rich riddle ride rider ridge rifle right ring rinse riot ripe
rise risk ritual rival river road roast rob robber robe robin robot rock rocket rocky rod role roll roller
romance roof room root rope rose rot rotten rough round route rover row royal rub rubber rubbish ruby rude rug
rugby ruin rule ruler rum run runner rush rust sacred sad saddle safe saga sage sail sailor saint salad salary
sale salmon salt same sand sandal sandwich satellite satin sauce saucer sausage save saviour saw scale scalp
scandal scar scare scarf scarlet scene scent school science scissors scone scoop score scorpion scout scrap
scream screen screw script sea seal search season seat second secret section security see seed seek seesaw sell
senate senator senior sense sentence series sermon serpent servant serve service session set settle seven severe
sew shade shadow shaft shake shall shallow shame shape share shark sharp shave she shed sheep sheet shelf shell
shelter shepherd sheriff sherry shield shift shine ship shirt shock shoe shoot shop shore short shot should
shoulder shout shovel show shower shrew shrimp shrine shrink shut shy sick side siege sight sign signal silence
silent silk silly silver simple sin sing singer single sink sister site six size skate skeleton sketch ski skill
skin skirt skull sky slate slave sleep sleeve slice slide slim slime sling slip slipper slope slow slug small
smart smell smile smoke smooth snack snail snake sneeze snow soap soccer society sock soda sofa soft software
soil solar soldier sole solid solo solution some son song soon soot sore sorry soul sound soup sour south space
spade spare spark sparrow speak spear special speech speed spell spend spice spider spike spin spine spirit spit
spoil spoke sponge spoon sport spot spray spread spring spruce spy squad square squash squid squirrel stable
stadium staff stage stain stair stake stall stamp stand star stare start state station statue stay steak steal
steam steel steep steer stem step stew stick stiff still sting stir stock stomach stone stool stop store storm
story stove straight strange straw strawberry stream street strength stress stretch strike string strip stripe
stroke strong structure student studio study stuff style submarine subway success such sugar suit sum summer sun
super supper sure surf surface surgeon surgery swallow swamp swan swap swarm sweat sweep sweet swell swift swim
swing switch sword symbol system table tablet tail tailor take tale talent talk tall tan tango tank tap tape tar
target tart task taste tattoo tax taxi tea teach teacher team tear technology telephone television temper
temperature temple ten tennis tense tension tent term terror test text than thank that theatre theft their them
then theory there these they thick thief thin thing think third thirst thirty this thorn those thought thousand
thread threat three throat throne throw thumb thunder ticket tide tie tiger tight tile timber time tin tiny tip
tire title toad toast tobacco toe tomato tomb tongue tonic too tool tooth top torch tornado tortoise touch tough
tour tourist towel tower town toy trace track tractor trade tradition traffic tragedy trail train training
traitor tram transport trap travel traveller tray treasure treat treatment treaty tree trend trial triangle
tribe trick trip troll trophy trouble trousers trout truck true trumpet trunk trust truth try tube tulip tumble
tuna tune tunnel turkey turn turnip turtle tusk twelve twenty twin twist two type tyre ugly ulcer umbrella uncle
under uniform union unit united universe university upon upper upset urban urge urn use usual vacuum vale valley
value van vanish vase vast vault veal vehicle veil vein velvet venom verb verse very vessel vest veteran vice
victim victory video view village vine vinegar viola violence violent violet violin virgin virtue virus vision
visit visor voice volcano volume vote vowel voyage vulture wage wagon waist wait waiter wake walk wall wallet
walnut waltz wand war warm warn was wash wasp waste watch water wave wax way weak wealth weapon wear weasel
weather weave web wedding weed week weigh weight weird well were west wet whale what wheat wheel when where
which whip whisker whisky whistle white who whole whom whose why wicked wide widow width wife wig wild will
willow win wind window wine wing winner winter wire wisdom wise wish wit witch with within without wizard wolf
wolverine woman wonder wood wooden wool word work worker world worm worry worse worth would wound wrap wreath
wreck wrestle wrist write writer wrong xylophone yacht yard yarn year yeast yellow yes yet yield yoke yolk you
young your youth zebra zero zone zoo
"""
)
