"""How fast FlashText and spaCy find names: MB in a CPU second, a package a line.

Reads forms.txt (a form a line) and articles.txt (parted by NUL) in the folder that is given. Building the lists is not
timed. Both find whole words in their very case, as a catalog of names asks for.
"""

import sys
import time
from pathlib import Path

import spacy
from flashtext import KeywordProcessor
from spacy.matcher import PhraseMatcher

folder = Path(sys.argv[1])
forms = (folder / "forms.txt").read_text("utf-8").split("\n")
articles = (folder / "articles.txt").read_text("utf-8").split("\0")
size = sum(len(article.encode()) for article in articles) / 1e6


def rate(name, find):
    start = time.process_time()
    found = sum(len(find(article)) for article in articles)
    assert found, name
    print(name, size / (time.process_time() - start), flush=True)


keywords = KeywordProcessor(case_sensitive=True)
keywords.add_keywords_from_list(forms)
rate("flashtext", lambda article: keywords.extract_keywords(article, span_info=True))

nlp = spacy.blank("en")
matcher = PhraseMatcher(nlp.vocab)
for start in range(0, len(forms), 10_000):
    matcher.add("NAME", list(nlp.tokenizer.pipe(forms[start : start + 10_000])))
rate("spacy", lambda article: matcher(nlp.make_doc(article)))
