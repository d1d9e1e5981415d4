"""Irregular plurals, British spellings that no rule turns into American ones, and abbreviations."""

from questions.judging.lexicon.reading import word_list

_SPELLINGS = """
mice:mouse men:man women:woman children:child feet:foot teeth:tooth geese:goose people:person oxen:ox
lice:louse dice:die wolves:wolf knives:knife wives:wife lives:life leaves:leaf loaves:loaf halves:half
calves:calf shelves:shelf thieves:thief scarves:scarf elves:elf selves:self hooves:hoof fungi:fungus
cacti:cactus alumni:alumnus nuclei:nucleus radii:radius stimuli:stimulus bacilli:bacillus foci:focus
loci:locus octopi:octopus syllabi:syllabus mitochondria:mitochondrion bacteria:bacterium
phenomena:phenomenon criteria:criterion data:datum media:medium spectra:spectrum strata:stratum ova:ovum
algae:alga larvae:larva vertebrae:vertebra formulae:formula antennae:antenna nebulae:nebula
supernovae:supernova crises:crisis analyses:analysis theses:thesis oases:oasis hypotheses:hypothesis
parentheses:parenthesis axes:axis matrices:matrix vertices:vertex indices:index appendices:appendix
potatoes:potato tomatoes:tomato heroes:hero echoes:echo volcanoes:volcano volcanos:volcano buffaloes:buffalo
mosquitoes:mosquito tornadoes:tornado mangoes:mango cargoes:cargo dominoes:domino torpedoes:torpedo
vetoes:veto grey:gray plough:plow mould:mold tyre:tire doughnut:donut programme:program pyjamas:pajama
moustache:mustache yoghurt:yogurt jewellery:jewelry aluminium:aluminum cheque:check kerb:curb mum:mom
whisky:whiskey cosy:cozy defence:defense offence:offense licence:license axe:ax disc:disk discs:disk
draught:draft sceptic:skeptic
"""

_ABBREVIATIONS = """
st:saint ste:sainte mt:mount mts:mountains ft:fort dr:doctor mr:mister prof:professor gen:general
capt:captain sgt:sergeant lt:lieutenant jr:junior sr:senior vs:versus utd:united rev:reverend okay:ok
ave:avenue dept:department univ:university uni:university isle:island isles:islands sankt:saint tues:tuesday
weds:wednesday thur:thursday thurs:thursday
"""

SPELLINGS: dict[str, str] = dict(pair.split(":", 1) for pair in word_list(_SPELLINGS))
"""A spelling -> the one that stands for it in comparisons."""

ABBREVIATIONS: dict[str, str] = dict(pair.split(":", 1) for pair in word_list(_ABBREVIATIONS))
"""A short writing -> the word that it stands for."""
