"""Commands of LaTeX that fields of BibTeX hold: what each of them shows."""

from __future__ import annotations

from typing import Final

# Command -> what is shown of its arguments (nothing where empty), and which arguments it takes.
SHOWN: Final = {
    "href": ("%(3)s", "[{{"), "textcolor": ("%(3)s", "[{{"), "hyperref": ("%(2)s", "[{"), "hyperlink": ("%(2)s", "{{"),
    "foreignlanguage": ("%(3)s", "[{{"), "colorbox": ("%(3)s", "[{{"), "fcolorbox": ("%(3)s", "{{{"),
    "texorpdfstring": ("%(2)s", "{{"), "footnote": (" (%(2)s)", "[{"), "bibinfo": ("%(2)s", "{{"),
    "raisebox": ("%(4)s", "{[[{"), "parbox": ("%(5)s", "[[[{{"), "makebox": ("%(3)s", "[[{"),
    "framebox": ("%(3)s", "[[{"), "scalebox": ("%(3)s", "{[{"), "resizebox": ("%(4)s", "*{{{"),
    "rotatebox": ("%(3)s", "[{{"), "enquote": ("“%(2)s”", "*{"), "mkbibquote": ("“%(1)s”", "{"),
    "rule": ("", "[{{"), "hspace": (" ", "*{"), "vspace": (" ", "*{"), "setlength": ("", "{{"),
    "addtolength": ("", "{{"), "phantom": ("", "{"), "hphantom": ("", "{"), "vphantom": ("", "{"), "index": ("", "{"),
    "label": ("", "{"), "nocite": ("", "{"), "noopsort": ("", "{"), "SortNoop": ("", "{"), "color": ("", "[{"),
    "selectlanguage": ("", "[{"), "fontsize": ("", "{{"), "linebreak": (" ", "["), "pagebreak": (" ", "["),
    "hypersetup": ("", "{"), "footnotemark": ("", "["), "newline": (" ", ""), "par": (" ", ""),
}  # fmt: skip
# Signs that pylatexenc has no text for.
SIGNS: Final = {
    "textless": "<", "textgreater": ">", "slash": "/", "textquotesingle": "'", "nobreakdash": "-", "copyright": "©",
    "textbraceleft": "{", "textbraceright": "}", "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "/": "", "@": "",
    "hfill": " ", "hfil": " ", "vfill": " ", "bigskip": " ", "medskip": " ", "smallskip": " ", "newpage": " ",
    "clearpage": " ", "newblock": " ",
}  # fmt: skip
# Commands that change how their argument looks, or how the text goes on, and no words of it.
_PLAIN = (
    "mbox hbox vbox fbox textmd textsf texttt textup textnormal textsuperscript textsubscript underline uline uuline "
    "sout st hl so ul mkbibemph mkbibbold mkbibitalic mkbibparens mkbibbrackets mkbibsuperscript mkbibacro citetext "
    "uppercase lowercase MakeUppercase MakeLowercase MakeSentenceCase textls textlf scriptsize tiny small footnotesize "
    "normalsize large Large LARGE huge Huge it em bf rm sf tt sc sl itshape bfseries scshape rmfamily sffamily "
    "ttfamily upshape slshape mdseries normalfont relax protect noindent indent leavevmode allowbreak nobreak "
    "nolinebreak unskip ignorespaces sloppy centering raggedright raggedleft null strut section subsection "
    "subsubsection paragraph subparagraph chapter part caption title author date doi isbn issn bibnamedash "
    "bibstring autocap smallcaps textlarger textsmaller displaystyle textstyle limits nolimits selectfont bgroup egroup"
)
PLAIN: Final = frozenset(_PLAIN.split())
# Commands for which pylatexenc would print a stand-in, the date of the day or the words of another file.
_UNREAD = (
    "cite citet citep citealt citealp citeauthor citefullauthor citeyear citeyearpar Citet Citep Citealt Citealp "
    "Citeauthor citenum citetalias citepalias defcitealias ref eqref pageref autoref cref Cref vref nameref "
    "includegraphics input include today bibliography maketitle documentclass usepackage RequirePackage newcommand "
    "renewcommand providecommand newenvironment renewenvironment exercise uebung"
)
UNREAD: Final = frozenset(_UNREAD.split())
