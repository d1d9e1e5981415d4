"""First names, the short forms of them, and what stands before, in and after a person's name."""

from questions.judging.lexicon.reading import entries, word_set

GIVEN = word_set(
    """
aaron abigail abraham ada adam adela adolf adrian agatha agnes aisha akira al alan albert alejandro alex
alexander alexandra alexei alfonso alfred alice alicia alison allen amanda amber amelia amy ana anders andre
andrea andrei andrew andy angel angela anita ann anna anne annie ansel anthony anton antonin antonio antony
april archibald aretha aristotle arnold art arthur ashley astrid audrey august augustus autumn barack
barbara barry beatrice ben benedict benito benjamin bernard bert bertrand beth bette betty beverly bill
billie billy bishop bjorn bob bobby boris brad brandon brandy brenda brian bridget brigitte britney bruce
bryan bud buddy bunny buster butch buzz caleb calvin cameron camille carl carla carlos carol caroline
carolyn carrie carson cary casey catherine cecil celine cesar charles charlie charlotte chase cheryl chip
chloe chris christian christina christine christopher claire clara clark claude claudia clay cliff clint
clive colin connor conrad constance cooper craig cristiano cynthia daisy dale damien dan daniel danielle
danny daphne darren dave david dawn dean debbie deborah denise dennis derek desmond diana diane dick diego
dmitri dolly dominic don donald donna dora doris dorothy dot doug douglas drew duke duncan dustin dwayne
dwight dylan earl eddie edgar edith edmund edouard eduard edvard edward edwin eileen elaine eleanor elena
eli elias elijah elizabeth ella ellen elsa elton elvis emil emile emily emma emmanuel enrico eric erica
erich erik erin ernest ernesto erwin esther ethan ethel eugene eva evan eve evelyn fabio faith fanny faye
federico felix ferdinand fernando fidel fiona flora florence fran frances francesca francis francisco
francois frank franklin franz fred freddie frederic frederick frida friedrich fyodor gabriel gabrielle
galileo gary gavin gene geoffrey george georges georgia gerald gerard gertrude giacomo gilbert gina ginger
ginny giorgio giovanni giuseppe gladys glen glenn gloria gordon grace graham grant greg gregor gregory greta
guillermo gunter gus gustav guy gwen hank hannah hans harold harriet harrison harry harvey hazel heath
heather hector heidi heinrich helen helena helmut henri henrik henry herbert herman hermann hernan hilary
hillary hiroshi holly homer honey hope horace horatio howard hubert hugh hugo humphrey hunter ian ida
ignatius igor ilya imogen indira ingmar ingrid irene iris irving isaac isabel isabella isadora isambard ivan
ivor ivy jack jackie jackson jacob jacqueline jacques jade jake james jamie jan jane janet janice janis
jared jasmine jason jasper javier jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica
jessie jill jim jimi jimmy joan joanna joanne joaquin joe joel johan johann johannes john johnny jon jonas
jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan judith judy jules julia julian
julie juliet julius june justin karen karin karl kate katharine katherine kathleen kathryn kathy katie katy
keanu keith kelly kelvin ken kenneth kenny kevin kim kimberly kitty klaus konrad kristen kristin kurt kyle
kylie lana lance larry laura lauren laurence laurie lawrence lea leah lee lena leo leon leonard leonardo
leonid leroy leslie lev lewis liam lillian lily linda lindsay lionel lisa liv liz liza lizzie lois lola lord
lorenzo lou louis louisa louise lucas lucia lucille lucy ludwig luigi luis luke lydia lynn mabel mads mae
maggie mahatma malala malcolm manfred manuel marc marcel marcello marco marcus margaret margot maria marian
marianne marie marilyn mario marion marjorie mark marlene marlon martha martin martina marvin mary mason
mathilde matilda matt matthew maude maureen maurice max maximilian maya megan mel melanie melissa melody
meryl mia michael michel michelle miguel mike mikhail mildred miles milton miranda miriam misty mitchell
mohammed molly mona monica morgan moritz moses muhammad muriel nadia nancy naomi napoleon natalie natasha
nathan nathaniel neil nell nelly nelson neville niccolo nicholas nick nicolas nicolaus nicole niels nigel
nikita nikola nikolai nina noah noel nora norm norma norman oleg olive oliver olivia omar opal oprah orlando
orson orville oscar oswald otis otto owen pablo pamela parker pat patricia patrick patsy patti paul paula
pauline pearl pedro peggy penelope penny percy perry pete peter petra phil philip philippa phillip phoebe
phyllis pierce pierre piers piper placido polly priscilla prudence pyotr quentin rachael rachel ralph ramon
randy raphael raquel ray raymond rebecca reed reese reginald rembrandt rene renee rex rhonda ricardo rich
richard rick ricky rita rob robbie robert roberta roberto robin rock rocky rod roderick rodney roger rohan
roland roman romeo ron ronald ronnie rosa rosalind rose rosemary ross roy ruby rudolf rudolph rudy rufus
rupert rush russell rusty ruth ryan sally salma salvador sam samantha samuel sandra sandy sarah scarlett
scott sean sebastian selma serena serge sergei sergey seth shane shania shannon sharon shaun shawn sheila
sherlock shirley sidney sigmund sigourney silvio simon simone skip sofia solomon sonia sonny sophia sophie
spencer spike stan stanley stella stephanie stephen sterling steve steven stevie stewart stuart sue summer
susan suzanne svetlana sybil sydney sylvester sylvia tamara tara tatiana ted terence teresa teri terri terry
tessa thelma theodor theodore theresa thomas tiger tim timothy tina toby todd tom tommy toni tony tracy
trevor trish truman tyler uma umberto ursula valentina valerie van vanessa vasco vera vernon veronica victor
victoria vincent viola violet virginia vivian vivien vladimir wade wallace walt walter wanda ward warren
wayne wendy werner wilbur wilfred wilhelm will willem william willie willow wilma winona winston wolfgang
woodrow woody xavier yoko yuri yves yvonne zachary zadie zelda ziggy zoe
"""
)

_SHORT = """
pyotr:petr:peter|fyodor:fedor:theodore|sergei:sergey|aleksandr:alexander:alexandre|nikolai:nikolay:nicholas
dmitri:dmitry:dimitri|yuri:yury|andrei:andrey|alexei:aleksey|lev:leo|mikhail:michael|britney:brittany:brittney
jacqueline:jackie|deborah:debbie|dorothy:dot:dottie|edwin:ed:eddie|gabrielle:gabby|gwendolyn:gwen|isabella:bella
josephine:jo:josie|kimberly:kim|madeleine:maddy|maximilian:max|melanie:mel|natalie:nat|pamela:pam|penelope:penny
priscilla:cilla|rudolph:rudy|russell:russ|sophia:sophie|stuart:stu|teresa:terry:tess|valentina:val|vladimir:vlad
zachary:zach|nathan:nate|oliver:olly|terence:terry|clifford:cliff|douglas:doug|gilbert:gil|leopold:leo
mitchell:mitch|norman:norm|randolph:randy|reginald:reg:reggie|roderick:rod|sylvester:sly|wallace:wally
sara:sarah|sean:shaun:shawn|shaun:sean:shawn|muhammad:mohammed:mohammad:mohamed:muhammed
mohammed:muhammad:mohammad|sarah:sara:sally|geoffrey:jeff:jeffrey:geoff|abigail:abby:gail|albert:al:bert
alexander:alex:alec:sandy|alfred:alf:alfie|andrew:andy|anthony:tony|arthur:art|benjamin:ben
catherine:cathy:kate:katie|charles:charlie:chuck|christopher:chris|daniel:dan:danny|david:dave|donald:don
edward:ed:eddie:ted:ned|eleanor:ellie|elizabeth:liz:beth:betty:bess:eliza:lizzie|eugene:gene|frances:fran
francis:frank|franklin:frank|frederick:fred:freddie|gerald:gerry:jerry|gregory:greg|harold:harry:hal
henry:harry:hank|herbert:bert|jacob:jake|james:jim:jimmy:jamie|jeffrey:jeff|jennifer:jen:jenny|jessica:jess
john:jack:johnny|jonathan:jon|joseph:joe:joey|joshua:josh|katherine:kate:kathy:katie:kit|kenneth:ken:kenny
lawrence:larry|leonard:len:lenny|louis:lou|margaret:maggie:peggy:meg|matthew:matt|michael:mike:mick:mickey
nathaniel:nat:nathan|nicholas:nick|patricia:pat:patty|patrick:pat:paddy|peter:pete|philip:phil|phillip:phil
raymond:ray|rebecca:becky|richard:rick:dick:ricky:rich|robert:bob:bobby:rob:robbie|ronald:ron:ronnie
samuel:sam:sammy|samantha:sam|stanley:stan|stephen:steve:steven|steven:steve:stephen|susan:sue
theodore:ted:teddy:theo|thomas:tom:tommy|timothy:tim|victoria:vicky|vincent:vince|walter:walt
william:bill:billy:will:willie
"""

SHORT_FORMS: dict[str, frozenset[str]] = {
    names[0]: frozenset(names[1:])
    for entry in entries(_SHORT)
    if (names := entry.strip().split(":")) and names[0]
}

HONORIFICS = word_set(
    """sir dame lord lady mister mr mrs ms miss mme madame monsieur dr doctor prof professor rev reverend
    father brother sister saint st pope cardinal archbishop bishop king queen prince princess emperor
    empress tsar tsarina czar kaiser sultan president premier chancellor senator governor mayor judge
    justice general colonel major captain lieutenant sergeant admiral commander marshal chairman comrade
    count countess duke duchess baron baroness earl marquis master maestro chief coach actor actress singer
    author writer painter artist composer
    """
)

SUFFIXES = word_set(
    """
junior senior jr sr esq obe mbe cbe kbe phd md qc
"""
)

PARTICLES = word_set(
    """
van von der den de la le du da di del della des dos el al bin ibn ben ter zu
"""
)

ROYAL = word_set(
    """
king queen prince princess emperor empress pope saint tsar tsarina czar kaiser sultan duke duchess lord lady
"""
)

FAMILY_NAME_FIRST = word_set(
    """mao xi deng zhou chiang hu jiang zhang zhao wang liu chen yang huang wu xu zhu tang nguyen ho tran
    pham vo bong ban hirohito tokugawa oda toyotomi minamoto matsuo
    """
)
"""Family names that usually stand first: there the first word is enough."""
