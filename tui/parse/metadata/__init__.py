"""What a page says of itself: title, authors, dates, lead image, site, canonical address, feeds.

Each finder asks the sources in an order of trust: linked data (JSON-LD), for the title and the lead
image after Open Graph; meta elements, Open Graph and its `article:` properties before the others
for dates, plain names before them for authors; elements marked by `rel`, microdata (`itemprop`) and
`time`; classes, those of microformats (hCard, hAtom, h-entry) among them; and the words that
readers see beside the title, before those further from it.

The site's name is that of Open Graph, of the linked data, of the application, or what the page's
own title has beside that of the article.

Three times the page that readers see has the first word: its heading is the title where it agrees
with what the machine's sources claim, and a byline or date beside the title that contradicts them
wins, since those are often of the account or day that the page was put in with.
`title`, `authors`, `dates` and `images` each state their order in full.
"""

from tui.parse.metadata.finder import Metadata, find_metadata
from tui.parse.metadata.images import lead_image

__all__ = ["Metadata", "find_metadata", "lead_image"]
