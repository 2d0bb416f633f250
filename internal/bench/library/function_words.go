package library

import "strings"

// functionWords are the words that hold English sentences together, the commonest first. They take the first ranks of
// every vocabulary, so stop words and very long posting lists are where a real library has them.
var functionWords = strings.Fields(`
the of and to in a is that for it was with as be on by not this are or at from which have an they were had we their
been one but all has there when who more will would if what so no can about out up them some other into then only its
than our could these two may first do any now such like how over most must through also before between under after
should where many those each both much while because still own three being during without again last against few
however off never less often might since another within always same did does until few though almost every either
among upon once yet around rather near toward along despite beyond across above below behind beside besides except
unless whether although whereas therefore thus hence perhaps instead indeed otherwise meanwhile already ever soon
later earlier together apart away back down here everywhere nowhere somewhere nobody somebody anybody everybody
nothing something anything everything none several enough half twice whose whom itself themselves ourselves himself
herself myself yourself she he you his her your my me us him i am having doing done made make makes making say says
said see seen saw use used uses using take taken takes taking give given gives giving get got gets getting go goes
going gone went come comes came coming find finds found finding know knows known knowing think thinks thought
thinking ask asks asked asking tell tells told telling want wants wanted need needs needed seem seems seemed become
becomes became keep keeps kept let lets put puts begin begins began begun show shows shown showed four five six seven
eight nine ten new good little long great small large different next early certain possible likely able less least
very quite too just even well far better best worse worst year years time times day days week weeks people person way
ways thing things part parts place places work works worked working student students staff university
`)
