"""Nouns that a prompt asks with ("which actor ...", "what film ..."), by the type of answer they ask for."""

from questions.judging.lexicon.reading import word_set

PEOPLE = word_set(
    """person people man woman boy girl actor actress singer musician songwriter composer conductor pianist
    guitarist drummer rapper author writer novelist poet playwright dramatist essayist journalist biographer
    philosopher scientist physicist chemist biologist mathematician astronomer astronaut cosmonaut inventor
    engineer architect painter artist sculptor photographer director filmmaker producer screenwriter
    comedian host presenter broadcaster model dancer choreographer president king queen prince princess
    emperor empress pope monarch ruler leader politician statesman minister chancellor senator governor
    mayor judge lawyer general admiral soldier explorer navigator pilot aviator economist psychologist
    psychiatrist surgeon doctor nurse footballer golfer boxer cricketer athlete sprinter swimmer cyclist
    jockey driver player goalkeeper striker quarterback coach manager captain wrestler skater gymnast chef
    designer businessman entrepreneur founder billionaire saint prophet theologian character hero heroine
    villain detective superhero winner champion murderer assassin criminal pirate outlaw beatle wife husband
    father mother son daughter brother sister figure historian anthropologist sociologist linguist botanist
    geologist dictator tsar czar
    """
)

PLACES = word_set(
    """city town village country nation state county province region continent capital island islands
    archipelago river lake mountain volcano sea ocean desert bay gulf strait canal peninsula valley canyon
    waterfall falls street road avenue square park forest district borough suburb territory republic kingdom
    empire place location port harbour airport stadium building
    """
)

TITLES = word_set(
    """film tv television miniseries movie picture book novel novella play musical opera ballet song single
    track album symphony poem story series show sitcom programme program soap drama episode painting
    sculpture game videogame comic magazine newspaper cartoon trilogy work essay
    """
)

GENERAL = word_set(
    """animal bird fish insect reptile mammal tree plant flower fruit vegetable food dish drink cheese wine
    colour color shape metal element gas chemical compound mineral gem stone rock planet star constellation
    instrument sport game team club band group brand company firm car vehicle ship plane aircraft train
    language religion currency organ bone muscle disease illness condition vitamin element symbol letter
    word term name type kind sort thing object item device machine tool weapon material substance fabric
    event festival holiday award prize theorem law theory principle effect scale unit process method
    technique phenomenon field science subject branch movement style party organization organisation agency
    church sect battle war treaty act revolution dynasty tribe people house breed species genus family class
    order dance garment hat shoe position month day season year decade century number amount
    """
)

ASKED = PEOPLE | PLACES | TITLES | GENERAL
"""Nouns that name the kind of thing asked for: alone they are no answer."""
