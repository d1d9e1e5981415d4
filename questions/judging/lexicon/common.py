"""Common English words: a guess that is one of them is no slip of typing for another word."""

from questions.judging.lexicon.reading import word_set

COMMON = word_set(
    """
abbot able about above abyss accent access acid acorn across action actor actress addition adobe adult
advice affair afraid after again against age agency agent agile agree air aisle aka album alcohol alert
alias alien alike alive all allege alley allow alloy almost alone along aloof aloud already also altar alter
always amber amble american amount ample an anchor angel anger angle angry animal ankle annual another
answer ant anthem anvil apart apathy ape apparatus apple application apply april apron arch are area arena
argue arise arm armor armour army aroma around array arrow art as ascent ash ask asleep aspen assert asset
at atlas atom attack attain attend attic audio audit auger aunt autumn avenue avid await awake award aware
away awful axe axis axle azure baby back bacon bad badge bag bail bait bake baker bald bale ball ballet
balloon balm band bang banjo bank banner bar barber bare barge bark barley barn baron barrel base basic
basin basket bass baste bat batch bath baton battle bawl bay bazaar be beach beacon bead beadle beadles beak
beaker beam bean bear beard beast beat beauty beaver beckon become bed bee beech beef been beer beet beetle
before beg begin behave behind being belief bell belle belly below belt bench bend beret berry berth best
bet better between beware bias bible bidder big bike bile bilge bill bin bind binge bingo birch bird birth
biscuit bishop bison bit bite bitter blab black blade blame blank blanket blast blaze bleach bleak bleed
blend bless blight blind blink bliss bloat block blonde blood bloom blot blouse blow blue bluff blunt blur
blurt blush board boast boat bobcat body bogus boil bold bolster bolt bomb bond bondage bone bonus bony book
boost boot booth border bore bored born borrow bosom boss botch both bottle bottom bough bounce bounty bout
bow bowl bowler bowls box boxer boxing boy brace braid brain brake bran branch brand brass brave brawl brawn
brazen breach bread break breast breath breech breed breeze brew bribe brick bridal bride bridge brief
bright brim brine bring brink brisk broad broil bronze brood brook broom broth brother brown browse bruise
brunt brush brute bubble bucket buckle buddy budget buffet bug bugle build bulb bulge bulk bull bullet bully
bump bunch bundle bunny buoy burden bureau burger burlap burn burrow burst bury bus bush bushel bust bustle
busy butcher butler butter button buy buyer buzz by bypass byte cab cabbage cabin cabinet cable cache cackle
caddy cadet cage cake calendar calf caliber call calm camel camera camp campus can canal canary cancel
cancer candle candy canine cannon canoe canvas canyon cap cape capital capsule captain car caravan carbon
card care career careful caress cargo carol carpet carriage carrot carry cart cartoon carve case cash cashew
cask caste castle cat catch cattle caulk cause caution cave cavern cease cedar ceiling celery cell cellar
cement censor census cent central centre century cereal chain chair chairman chalk champion chance change
channel chapel chapter charge charity charm chart chase chat cheap cheat check cheek cheer cheese chef
chemist cherry chess chest chicano chicken chief child chimney chin chip chips choice choir choke choose
chorus chunk church cider cigar cinema cipher circle circus city civic civil clad claim clam clamp clan
clang clasp class classic clause claw clay clean clear cleft clench clerk clever click cliff climate climb
clinic clip cloak clock cloister close clot cloth clothes clotting cloud clove clown club clue clump clutch
coach coal coarse coast coat cobalt cobble cobra cock cocoa code coffee coffin coil coin cold collar college
colony colour column comb combat come comedy comet comic comma commission committee common communication
company compass competition complex comply compost computer conceal concert concise condition condor cone
confer construction consul contact convent convex convoy cook cool coop cope copper copy coral cord core
cork corn corner corporation corps corpse corral correct corset cosmos cost costume cottage cotton couch
cough could council count counter country county couple courage courier course court cousin cover covert
covet cow coward coyote cozy crab crack crackle cradle craft crag cramp crane crank crash crate crater crave
craven crawl crayon crazy creak cream crease create credit creed creek creep crest crew cricket crime
criminal crimson cringe crisis crisp critic crochet crocodile crook crop cross crouch crow crowd crown
crucial crude cruel cruise cruiser crumb crunch crusade crush crust cry crystal cub cube cuckoo cuff culprit
cult culture cup cupboard curb cure curfew curl current curry curse cursor curtain curtsy curve cushion
custard custom cut cyborg cycle cynic dad dagger daily dairy daisy dam damage dame damp damsel dance dancer
danger dapper daring dark dart darts dash date daughter dawn day daze dazzle dead deaf deal dear death
debate debit debris debt debut decade decay deceit decent decide deck decor decoy deed deem deep deer
default defeat defect defend degree deity delay delete deli delight delta deluge democrat demon den denim
dense dentist deny department depot depth deputy derby descend descent desert desire desk dessert detail
detect detour development device devil devote diabetic diamond diary dice dictator diction did diesel diet
differ dig digest digit dilute dime dine dingy dinner dip direct director dirt dirty disarm disaster disc
disco discovery dish dismal ditch dive diver divert divide divine division do dock doctor dodge does dog
doll dollar dolphin domain dome domestic done donkey donor doom door dose dote double dough dove down dowry
doze draft dragon drain drama drape draw drawer drawl dread dream dreary drench dress dresser drift drill
drink drip drive driver droop drop drought drown drowsy drug drum drummer drunk dry dual dubious duck duct
due duel duke dull dumb dummy dump dune dungeon dupe dusk dust duty dwarf dwell dwindle dye each eager eagle
ear early earn earth earthquake ease east eastern easy eat echo eclipse economy edge edict editor education
eel eerie effect effort egg eight either eject elbow elder elect election electric element elephant eleven
elf elicit elite elope else elude embark ember emblem embryo emerge emit empathy empire empty enact end
endure enemy energy engine engineer enigma enjoy enlist ensue entail enter entry environment enzyme epic
epoch equal equip erase erode errand error erupt escape essay estate esteem ether ethic european evade even
evening event ever every evil evoke evolve exact exalt exam example exceed excel except excess exert exhale
exhibition exile exist exit exotic expand expel experience expert expire expose express expression extent
extol extra eye fable fabric facade face facet fact factor factory fad fade fail faint fair fairy faith
falcon fall false fame family famine famous fan fancy fang far farce fare farm farmer fashion fast fat fatal
father fatigue faucet fault fauna favour fear feast feat feather federal feeble feed feel feign feline fell
felony female femur fence feral ferry fervor fetch fetus feud fever few fiber fiction fiddle field fiend
fiends fiery fifty fig fight figment figure file fill film filth final finale finance find fine finger
finish finite fir fire firm first fiscal fish fisher fist fit five fix fjord flag flair flake flame flank
flap flare flash flat flaunt flavour flaw flea fleck fleece fleet flesh flew flicker flight fling flint flip
flirt float flock flood floor flora floss flour flourish flow flower fluff fluid fluke flush flute flutter
fly foal foam focus fog foil fold folk follow folly fondue food fool foot football for force ford foreign
forest forge forger forget forgive fork forlorn form formal format fort fortune forty forum forward fossil
foster foul found foundry fountain four fowl fox foyer frail frame frantic fraud freak free freedom freeze
freight frenzy fresh friar friend frigate fringe frisk frog from front frost frown frugal fruit fry fudge
fuel full fumble fume fun fund funeral fungus funnel funny fur fury fuse fussy futile future gadget gaiety
gain gait gala galaxy gale gallery gallop galore gamble game gang gap garage garden garlic garment garnish
gas gasp gate gaudy gauge gaunt gauze gavel gaze gear gender general generation genie genius genre gentle
genus geometry germ get geyser ghastly ghost ghoul giant gibbon gift giggle gild gill ginger giraffe girdle
girl gist give glad glance gland glare glass glaze gleam glee glider glitter gloat globe gloom glory glossy
glove glow glue glut glutton gnaw gnome go goal goat goblet goblin god goddess goggle gold golden golf good
goose gorge gospel gossip got gouge gourd government gown grab grace grade gradual graft grain grammar grand
granite grant grape graph graphite grass grate grave gravity gravy graze grease great greed green greet
grenade grid grief grill grime grin grind grip gripe gripes grisly grit groan grocer groom groove grope
gross grouch ground group grouse grove grow growl growth grub grudge gruel grumble guard guess guest guide
guild guile guilt guise guitar gulf gull gully gulp gum gun guru gust gut gym gypsy habit habitat had hail
hair half hall hallow halo halt halve ham hamlet hammer hamster hand handle handy hang hangar happy harass
harbour hard hare harm harness harp harsh harvest has haste hat hatch hatchet hate haul haunt have haven
having hawk hazard haze he head heal health heap hear hearse heart hearth hearts heat heaven heavy hedge
heed heel height heir heist hell hello helm helmet help hen her herald herb herd here hermit hernia hero
heroine heron herring hex hide high hike hill hilt him hinder hinge hint hip hire his history hit hive hoard
hoarse hoax hobby hockey hoist hold hole holiday hollow holly holy home hone honest honey honour hood hoof
hook hooter hop hope horn horror horse hose hospital host hot hotel hour house hover how howl hub huddle hue
hull human humble humid humour hump hunch hundred hunger hunt hunter hurdle hurl hurricane hurt husband husk
hustle hut hybrid hydra hymn hyphen ice icon idea identity idiom idiot idle idol if igloo ignite image
immune impact impale impede imply in incest inch incite incline income indent independence index indoor
induce industry infant infer infest inflict influx information ingot inhale inject injure ink inlet inmate
inn innate inner inquest insane insect inside insist insult insurance intact intelligence intend intent
international into invade invent invest investigation investment invite inward iron is island issue it itch
its ivory jab jackal jacket jaded jagged jaguar jail jam jar jargon jasper javelin jaw jazz jealous jelly
jersey jester jet jetty jewel jingle job jockey joint joke jolly jolt jostle jot journey jovial joy judge
jug juggle juice jump junction jungle junior juror jury just justice karma kayak keel keen keep kennel
kernel kettle key kick kid kidney kill killer kilt kind kindle king kingdom kiosk kiss kitchen kite kitten
knee kneel knife knight knit knob knock knoll knot know knowledge knuckle kosher label labour lace lack
ladder ladle lady lag lagoon lair lake lamb lament lamp lance land landing lane language lantern lap lapse
lard large lark laser lasso last latch late later latex lathe latin latter laugh launch laundry lava lavish
law lawn lawsuit lawyer lax lay layer lazy lead leader leaf league leak lean leap learn leash least leather
leave ledge ledger leech leer left leg legal legend legion lemon lend length lens leopard leper less lesson
let lethal lets letter level lever leverage levy lewd liable liar libel liberty library lice lichen lid lie
lieu life lift light lightning like lily limb limber limbo lime limit limp line linen linger lining link
lint lion lip liquid list listen lit liter literature litter little live lively liver livid lizard llama
load loaf loan loath lobby lobe lobster local locale lock locket locust lodge loft log logic loiter lonely
long look loom loop loose loot lord lore lorry lose loss lost lot lotion lotus loud lounge louse love lover
low lower lowly loyal lucid luck lull lumber lump lunar lunch lung lunge lurch lure lurk lush luster lute
lyric macaw mace machine mad maggot magic magician magma magnet magpie mahogany maid mail maim main major
make maker male malice mallard malt mammal mammoth man management mandate mane manger mangle mango mania
manner manor mantle manufacture many map maple marble march mare margin marina marine mark market maroon
marriage marrow marry marsh marshal martyr marvel mascot mask mason mass massive mast master mat match mate
material math mathematics matrix matter mauve maxim may mayor maze me meadow meager meal mean measles
measure meat medal medical medicine medley meek meet mellow melon melt member memory men menace mend mentor
menu mercy merge merger merit mermaid merry mesh mess metal meteor meter method microwave middle midget
midnight might migrant mild mile military milk mill mimic mince mine miner mineral mingle minister minnow
minor mint minus minute miracle mirage mire mirror mirth misery miss missile mission mist mitten mix moan
moat mob mocha mock model modern module moist molar mole molest molten moment monarch money monk monkey
monster month moon moose mope moral morale morbid more morning moron morph morsel mortal mortar mosaic
mosque moss most motel moth mother motif motion motive motor motto mould mound mount mountain mourn mouse
moustache mouth move movement movie much mud muddle muffin muffle mug mulch mule mumble mummy munch mural
murder murky murmur muscle muse museum mushroom music musical musician musket must mustang mustard mute
mutiny mutter muzzle my myriad mystic myth nail naive naked name nap narrow nation national native nature
nausea naval navel navy near neat neck nectar need needle neither neon nephew nerd nerve nest nestle net
nettle neuron neutral never new news next nibble nice niche nick niece night nimble nine no noble noise
nomad none noon north northern nose not notch note nothing notion nougat novel novice now nuclear nudge
nugget nuisance null numb number nun nurse nut nutmeg nylon nymph oak oar oasis oat oath oats obese obey
object oblige oboe obscene obtain occur ocean octave octopus odd odor of off offend offer office officer
official often ogre oil old olive omen omit on onion only onset onto onyx ooze opal opaque open opera
operation opium optic or oracle orange orator orbit orchard ordeal order ore organ organisation organization
orient origin ornate orphan osprey ostrich other otter ounce our oust out outcast outer outfit outlaw outlet
outrage oval ovary oven over overt owl own owner oxide oxygen oyster pace pacific pack packet paddle padlock
pagan page pageant pail pain paint painter pair palace palate pale pallet palm pan pancake panda pane panel
pang panic pansy panther pants papal papaya paper parade paradise parcel pardon parent parish park parka
parlor parody parole parrot parsley parsnip part partial partner party pass passenger passion past pasta
paste pastel pastor pastry patch patent path patient patio patriot patrol patron pattern pauper pause pave
pavement pawn pay pea peace peach peacock peak peanut pear pearl peat pebble pedal peddle pelican pellet
pelt pen penal pencil pendant penguin penny peony people pepper perch perfect performance perfume period
perish perk permit person personal pest petal petite petrol petty phantom phase pheasant philosophy phone
phony photo phrase physical piano pick pickle picnic picture pie piece pier pig pigeon pigment pike pile
pill pillow pilot pin pinch pine pink pinnacle pint pioneer pipe pirate pistol piston pit pitch pivot pixel
pixie place placid plague plaid plain plait plan plane planet plank plant plaque plasma plaster plastic
plate plateau platform plausible play player plaza plea please pledge plenty plight plod plot plotting
plough pluck plug plum plumage plumber plume plunge plural plus plush ply poach pocket poem poet poetry
point poise poison poke poker polar pole police policy polish polite political pollen pollution polo polygon
pomp pond ponder pontiff pony poodle pool poor pop pope poppy population porcelain porch pore pork porous
port porter portion portrait pose position posse possible post poster pot potato potent potion pottery pouch
poultry pounce pound pout powder power prank prawn pray prayer preach precise predict preen preface prelude
premier prescribe present president press pressure pretend pretty prevail prey price prick pride priest prim
primal prime prince princess print prism prison private privy prize probe problem procedure proceed proclaim
prod produce product production products professor profit programme project promise prone prong proof propel
property prophet prose prosper protection protein protest prototype proud provoke prowl proxy prudent prune
psalm public publication pudding puddle puff pull puma pump pumpkin punch pungent puny pup pupil puppet
puppy pure purge purple purr purse pursue pus push puzzle pyramid python quack quail quaint quake qualm
quarantine quarrel quarry quart quarter quartz quay queen quell quench quest question queue quick quiet
quill quilt quip quirk quit quite quiver quiz quota quote rabbi rabbit rabble rabid raccoon race racer rack
racket radar radiation radio radish raft rafter rage raid rail railing railway rain rainbow raisin rally ram
ramble ramp rampart ranch random range ranger rank rapid rapier rare rash rasp raspberry rat rate ratio
ration rattle ravage rave raven ravine raw ray rays razor reach reaction read reader ready real realm reap
rear reason rebel recall recede recent recess recipe recite reckon recline recoil record recruit rector red
redeem reed reef reel refer referee refine reform refrain refuge refund refuse regal regent regime regional
regret reign reindeer relapse relate relation relax relay relent relic relief religion relish rely remark
remedy remit remnant remorse remote render renew renown rent repeal repeat repel repent replica reply report
repose repress reptile republic republican rescue research resent reserve reside resign resin resist
resistance resolve resort respite rest restore result retail retain retire retort retract return reveal
revel revenge revere revise revive revoke revolt revolution reward rhetoric rhino rhyme rib ribbon rice rich
riddle ride rider ridge rifle rift right rind ring rinse riot ripe ripple rise risk rite ritual rival river
rivet road roam roar roast rob robber robe robin robot robust rock rocket rocky rod rodent rodeo rogue role
roll roller romance romp roof room roost root rope rose roster rot rotate rotten rouge rough round rouse
rout route rover row rowdy royal rub rubber rubbish rubble ruby ruckus rudder rude ruffle rug rugby rugged
ruin rule ruler rum rumble rumor run rung runner rupture rural rush rust rustic rut ruthless saber sable
sabotage sack sacred sad saddle safe saffron saga sage sail sailor saint salad salami salary sale salmon
salon salt salute salvage salve same sanction sanctum sand sandal sandwich sap sapphire sarcasm sash satan
satellite satin satire saturn sauce saucer sauna sausage savage save saviour savor savvy saw say scab
scaffold scald scale scallop scalp scam scan scandal scant scar scare scarf scarlet scatter scene scent
scepter scheme scholar school science scissors scold scone scoop scope scorch score scorn scorpion scour
scout scowl scramble scrap scrape scratch scream screen screw scribe script scrub scruff sculptor scurry sea
seal seam search seasick season seat second secret section sector secure security seduce see seed seek seep
seesaw seize sell senate senator send senile senior sense sentence sequel serene serial series sermon
serpent serum servant serve service session set settle seven severe sew sewage sewer shabby shack shackle
shade shadow shady shaft shaggy shake shale shall shallow sham shame shape shard share shark sharp shave she
shear sheath shed sheen sheep sheer sheet shelf shell shelter shepherd sheriff sherry shield shift shine
shingle ship shirt shiver shoal shock shoe shoot shop shore short shot should shoulder shout shovel show
shower shrapnel shred shrew shriek shrill shrimp shrine shrink shroud shrub shrug shudder shuffle shun shunt
shut shutter shuttle shy sick sickle side siege siesta sieve sight sign signal silence silent silk silly
silt silver simmer simple sin sinew sing singer single sinister sink siphon siren sister sit site situate
six size skate skeleton sketch skewer ski skid skill skim skimp skin skirmish skirt skit skull skunk sky
slab slack slam slander slang slant slap slash slate slaughter slave slay sleazy sled sleek sleep sleet
sleeve sleigh slender slice slick slide slim slime sling slip slipper slit sliver slogan slope slot sloth
slouch slough slow sludge slug slum slumber slump slur slush sly smack small smart smash smear smell smelt
smile smirk smith smog smoke smooth smother smudge smug snack snag snail snake snare snarl snatch sneak
sneer sneeze sniff snipe snob snore snort snout snow snub snuggle so soak soap soar sober soccer society
sock socket soda sodium sofa soft software soil solace solar soldier sole solemn solicit solid solitary solo
solution some son sonata song sonic sonnet soon soot soothe sorcerer sordid sore sorrow sorry soul sound
soup sour south southern souvenir sovereign sow spa space spade spam span spaniel spank spar spare spark
sparrow sparse spasm spat spawn speak spear special species speck spectacle speech speed spell spend sphere
spice spider spike spill spin spinach spine spiral spire spirit spit spleen splendid splice splint split
spoil spoke sponge sponsor spook spool spoon spore sport spot sprain sprawl spray spread sprig spring sprint
sprout spruce spur spurt spy squabble squad squalid squander square squash squat squeak squeal squeeze squid
squint squirm squirrel squirt stab stable stack stadium staff stag stage stain stair staircase stake stale
stalk stall stallion stamina stammer stamp stampede stand staple star starch stare stark start startle
starve stash state static station statue stature status statute stay steak steal steam steed steel steep
steer stem stench stencil step sterile stern stew steward stick stiff stifle stigma still stimulus sting
stingy stint stir stitch stock stoic stole stomach stone stool stoop stop store stork storm story stout
stove stow straddle straggle straight strain strand strange strap strategy straw strawberry stray streak
stream street strength stress stretch stride strife strike string strip stripe strive stroke stroll strong
structure stub stubborn student studio study stuff stuffy stumble stump stumps stun stunt stupor sturdy
stutter style stylus suave subdue sublime submarine submit subtle suburb subway succeed success such sucker
suede suffer sugar suit sultan sultry sum summer summit summon sun sundae sundial sunk super superb supper
sure surf surface surge surgeon surgery surly surname surplus surrender survey survive suspect suspend
suspense sustain swab swagger swallow swamp swan swap swarm sway swear sweat sweep sweet swell swerve swift
swim swine swing swirl switch swivel swoop sword sycamore syllable symbol symptom synagogue syndrome syrup
system table tablet tabloid taboo tacit tackle taco tact tactic tadpole tail tailor taint take tale talent
talk tall talon tame tamper tan tangent tangle tango tank tankard tantrum tap tape taper tapestry tar target
tariff tarnish tart task tassel taste tatter tattoo taunt tavern tawny tax taxi tea teach teacher teal team
tear tease technology tedious teem telegram telephone television tell temper temperature tempest temple
tempo tempt ten tenant tend tender tendon tennis tenor tense tension tent tentacle tenure tepid term terrace
terrain terrier terror test testify tether text than thank that thatch thaw theatre theft their them then
theory there these they thick thicket thief thigh thimble thin thing think third thirst thirty this thistle
thong thorax thorn those thought thousand thrash thread threat three thrift thrill thrive throat throb
throne throng throttle throw thrush thrust thud thug thumb thump thunder thwart thyme tiara tick ticket
tickle tide tidy tie tiff tiger tight tile tilt timber time tin tinge tinker tint tiny tip tiptoe tirade
tire title to toad toast tobacco toddler toe toil token toll tomato tomb tome ton tongue tonic too tool
tooth top torch torment tornado torque torrent torso tortoise torture toss totem totter touch tough toupee
tour tourist tow towel tower town toxic toxin toy trace track tract tractor trade tradition traffic tragedy
trail train training trait traitor tram tramp trample trance tranquil transit transport trap trapeze trash
trauma travel traveller trawl tray tread treason treasure treat treatment treaty treble tree trek trellis
tremble tremor trench trend trespass trial triangle tribe tribunal tribute trick trident trifle trigger trim
trinket trio trip tripod triumph trivia troll troop trophy tropic trot trouble trough trousers trout truce
truck trudge true truffle trump trumpet trundle trunk truss trust truth try tuba tube tuck tuft tug tulip
tumble tumor tumult tuna tundra tune tunnel turban turf turkey turmoil turn turnip turret turtle tusk tutor
tuxedo twang tweed twelve twenty twig twilight twin twine twinkle twirl twist twitch two tycoon type typhoon
typical tyre udder ugly ulcer ultra umbrella umpire uncle under uniform unify union unit united universe
university up upon upper upset urban urchin urge urn us use usher usual utensil utmost utter vacant vaccine
vacuum vagrant vague vain vale valet valiant valid valley valor value vampire van vandal vanilla vanish
vanity vapor varnish varsity vase vassal vast vault veal veer vegan vehicle veil vein velvet vendor veneer
vengeance venison venom vent venture venue veranda verb verdict verge verify verse versus vertigo very
vessel vest vestige veteran veto vex viable vial vibe vibrant vicar vice vicious victim victor victory video
view vigil vigor vile villa village vine vinegar viola violence violent violet violin viper virgin virtual
virtue virus visa viscous vise vision visit visor vista vital vivid vocal vogue voice void volatile volcano
volley volt volume vomit voodoo vortex vote vouch vow vowel voyage vulgar vulture wad waddle wade wafer
waffle wag wage wagon wail waist wait waiter waive wake walk wall wallet walnut walrus waltz wand wander
wane war ward warden wardrobe warlock warm warn warp warrant warrior wart wary was wash wasp waste watch
water wave wax way we weak wealth wean weapon wear weasel weather weave web wedding wedge weed week weekly
weep weigh weight weird weld welfare well were west western wet whale wharf what wheat wheel wheeze when
where which whim whimper whine whip whir whirl whisk whisker whisky whisper whistle white who whole whom
whose why wicked wide widget widow width wield wife wig wiggle wild will willow wilt wily win wince winch
wind window wine wing winner winter wire wisdom wise wish wit witch with wither within without witness
wizard woe wolf wolverine woman womb wonder woo wood wooden wool word work worker workshop world worm worry
worse worship worth would wound wrap wrath wreath wreck wrench wrestle wretch wring wrinkle wrist write
writer wrong xylophone yacht yank yard yarn yawn year yearn yeast yell yellow yelp yes yet yield yodel yoga
yogurt yoke yolk you young your youth zealot zebra zenith zero zest zigzag zinc zip zodiac zone zoo
"""
)
