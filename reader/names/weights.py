"""Every number that the search for names weighs with, in one table.

A run of characters is weighed by its form and by the words before and after it; from ``accept``
points on it is a name. Each row has its reason above it and, as ``without``, the value that takes
it out of the weighing: ``python -m bench.name_weights`` prints what each row is worth."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Final

from reader.names.weighing.frames import Frame, Frames

# As a least value: nothing reaches it. As a most value: everything stays below it.
NEVER: Final = math.inf

# What a title in front and a mark or verb behind add together.
#   + 秘书长成长久;, 丈夫石金花,, 方成同志, 馆长高兴说, 居民平安今年67岁
#   - 书记明确指出, 记者高兴地说, 群众方便
FRAMES: Final = Frames(
    (
        Frame("person_and_speech", before=2.1, after=2.0, form=-3.0, more=3.0),
        Frame("group_and_saying", before=2.0, after=2.2, form=-3.0, more=3.0),
        Frame("post_and_anything", before=3.0, after=0.5, form=-1.5, more=2.0),
        Frame("post_and_mark", before=3.0, after=0.6, form=-2.5, more=3.0),
        Frame("group_and_form", before=2.0, after=0.5, form=0.5, more=1.0),
        Frame("person_and_form", before=2.1, after=0.5, form=0.0, more=1.5),
        Frame("first_and_form", before=0.75, after=0.5, form=1.5, more=0.25),
        Frame("spoken_to", before=0.0, after=2.5, form=0.0, more=2.0),
        Frame("parted_and_saying", before=0.5, after=2.2, form=0.5, more=1.0),
        Frame("parted_and_named", before=0.5, after=2.6, form=-1.5, more=2.0),
    )
)


def weight(value: float, *, without: float = 0.0) -> Any:
    """Return a row of the table: its value, and the one that takes it out of the weighing."""
    return field(default=value, metadata={"without": without})


@dataclass(slots=True)
class Weights:
    """The weights of names. Only the bench writes to them, and only to measure."""

    # A run is taken for a name from this many points on.
    accept: float = weight(4.0, without=NEVER)

    # In front of a name. -------------------------------------------------------------------------
    # It stands first in a paragraph.
    first: float = weight(0.75)
    # A mark or a space.   + 、赵明
    parted: float = weight(0.5)
    # A word of grammar.   + 由赵明
    linked: float = weight(0.5)
    # What is done to people.   + 表彰赵明
    acted_on: float = weight(1.0)
    # How old, or in which form.   + 三年级的赵明
    aged: float = weight(2.0)
    # A word that ends like a role.   + 策展人赵明
    titled: float = weight(1.75)
    # A word for many people.   + 村民赵明
    group: float = weight(2.0)
    # A word for a person.   + 丈夫赵明
    person: float = weight(2.1)
    # A post.   + 市长赵明
    post: float = weight(3.0)
    # A preposition of place in front of foreign sounds.   - 在达喀尔
    place_before: float = weight(-1.0)
    # From these points on what stands in front counts as a title of any kind, a word for people, a
    # word for one person, a post.
    from_title: float = weight(1.75, without=NEVER)
    from_group: float = weight(2.0, without=NEVER)
    from_person: float = weight(2.1, without=NEVER)
    from_post: float = weight(3.0, without=NEVER)

    # Behind a name. ------------------------------------------------------------------------------
    # A mark, a space or the end.
    marked: float = weight(0.6)
    # A word that no name stands before.   - 中山 | 路
    barred: float = weight(-3.0)
    # What only rosters say.   + 赵明(女)
    roster_note: float = weight(4.0)
    # What brackets or the next clause say of a person.   + 赵明(左二)
    note: float = weight(2.5)
    # An office given.   + 赵明当选为市长
    named_to: float = weight(2.6)
    # A form of address and an office.   + 赵明同志任
    named_comrade: float = weight(4.5)
    # A form of address.   + 赵明同志
    addressed: float = weight(2.5)
    # What people do.   + 赵明出席
    speech: float = weight(2.0)
    # What only people do.   + 赵明说
    saying: float = weight(2.2)
    # A title.   + 赵明书记
    title_behind: float = weight(1.5)
    # Who belongs to a person.   + 赵明的妻子
    relation: float = weight(2.0)
    # Another name.   + 赵明原名
    other_name: float = weight(2.5)
    # A person's house and age.   + 赵明今年
    household: float = weight(1.5)
    # A word of grammar.   + 赵明在
    followed: float = weight(0.5)
    # Any other word that goes on with the sentence.   + 赵明 | 赴
    goes_on: float = weight(0.5)
    # From these points on what stands behind says what only people do.
    from_speech: float = weight(2.0, without=NEVER)

    # What stands before and after together. ------------------------------------------------------
    frames: Frames = field(default=FRAMES)
    # The form that a role in front alone makes a name.
    formed: float = weight(1.0, without=NEVER)

    # The form: its surname. ----------------------------------------------------------------------
    # A surname hardly ever a word, one that is often a word, one of two characters, one of Japan.
    clear_surname: float = weight(1.0)
    frequent_surname: float = weight(0.5)
    compound_surname: float = weight(1.5)
    japanese_surname: float = weight(1.0)
    # A surname that is far oftener a word.
    rare_surname: float = weight(-1.0)
    # A run that is one or is none by its last characters.
    soft_end: float = weight(-1.5)
    place_end: float = weight(-2.5)
    runs_on: float = weight(-4.0)

    # The form: how the segmenter cut the run. ----------------------------------------------------
    # It begins inside a word.
    begins_inside: float = weight(-1.5)
    # A word of the dictionary is cut at its end: any, one that follows names, one made up that
    # begins in front, any other made up.
    cuts_known: float = weight(-3.0)
    cuts_follower: float = weight(-2.0)
    cuts_long_word: float = weight(-1.0)
    cuts_new_word: float = weight(-0.5)
    # How much more a cut counts behind a surname of two characters.
    cut_of_compound: float = weight(2.0, without=1.0)
    # A surname of two characters in two words, or more, the last of them one character.
    compound_apart: float = weight(1.5)
    compound_lone_last: float = weight(-1.0)
    # A made-up word and more.
    new_word_and_more: float = weight(1.5)
    # A word of the dictionary and more: one for a person, any other.
    person_word_and_more: float = weight(-0.5)
    known_word_and_more: float = weight(-1.5)
    # The surname a word of its own: the given name one character or a new word, two words, a word
    # like a given name, an everyday word.
    apart: float = weight(1.5)
    apart_in_three: float = weight(2.0)
    apart_given_word: float = weight(1.0)
    apart_everyday: float = weight(0.5)
    # Such a surname is a word of grammar by its tag, or a number, a verb, a quality.
    grammar_surname: float = weight(-2.0)
    wordy_surname: float = weight(-1.0)
    # How much of that a frequent surname bears.
    doubt_of_frequent: float = weight(0.5, without=1.0)
    # Behind a word for people an everyday word follows a word of grammar.
    grammar_and_everyday: float = weight(-1.5)
    # What follows may be the last character: of a lone one, of a new word behind two characters, of
    # a new word behind three.
    left_over: float = weight(-1.0)
    left_over_of_two: float = weight(-1.5)
    left_over_of_three: float = weight(-0.5)
    # One new word: a person's, any, one of the kind that is no name.
    new_person: float = weight(2.5)
    new_word: float = weight(1.5)
    new_other: float = weight(0.5)
    # From these points on a new word with a wordy surname is a name all the same.
    from_new_person: float = weight(2.0, without=-NEVER)
    # A new word of two characters that may be a word of grammar and its neighbour.
    new_wordy: float = weight(-1.5)
    # A new word that ends in a word of grammar.
    new_runs_on: float = weight(-1.0)
    # One word of the dictionary: a noun, a long one, a verb or the like, one of grammar.
    known_word: float = weight(-1.0)
    known_long: float = weight(-1.5)
    known_verb: float = weight(-3.0)
    no_name: float = weight(-4.5)
    # A word of the dictionary that the segmenter takes for a person: clear, wordy, like a thing.
    known_name: float = weight(3.0)
    known_wordy: float = weight(2.0)
    known_thing: float = weight(1.5)
    # The same behind a word for a person.
    name_like: float = weight(0.5)

    # The form: names without a Chinese surname. --------------------------------------------------
    # Dotted names.
    dotted: float = weight(8.0)
    # Names of two parts of minority names or more, of one, of one that is also a word.
    composed: float = weight(3.5)
    part_alone: float = weight(2.0)
    word_alone: float = weight(0.5)
    # Foreign sounds: any, three or more, these in one word, four or more.
    sounds: float = weight(1.0)
    sounds_long: float = weight(0.5)
    sounds_one_word: float = weight(1.0)
    sounds_longer: float = weight(0.5)
    # All of a run of sounds, however it was cut.
    sounds_whole: float = weight(0.5)
    # A name formed like a Japanese one, a word that the dictionary holds as a person.
    japanese: float = weight(3.0)
    known_person: float = weight(0.5)
    # A theory's author, for the form and for what stands in front alike.
    formula: float = weight(4.0)

    # Lists. --------------------------------------------------------------------------------------
    # What each of two names must have on average; what each further name takes off; the least.
    list_share: float = weight(2.0)
    list_share_drop: float = weight(0.25)
    list_share_least: float = weight(1.0)
    # What a cue adds to the sum of the names.
    list_cue: float = weight(1.75)
    # The share of things from which a list is none of names.
    list_things: float = weight(0.5, without=NEVER)
    # Standing alone between two marks.
    item_alone: float = weight(1.0)
    # An item without a surname that is no word of the dictionary.
    item_doubtful: float = weight(-1.0)
    # The form of a name that is believed at the head of an item whatever follows.
    head_sure: float = weight(2.0, without=NEVER)
    # Without marks: what names have on average, and each at least.
    run_share: float = weight(1.5)
    run_least: float = weight(1.0)
    # The least form of a name that one other name vouches for.
    pair_least: float = weight(2.0, without=NEVER)
    # Announced: the form above which a title makes the first name, and the one which needs none.
    announced_titled: float = weight(-4.0, without=NEVER)
    announced_plain: float = weight(1.0, without=NEVER)
    # The points behind the last name at which the sentence goes on.
    announced_behind: float = weight(1.0, without=NEVER)
    # The share of items like names, and the share of things from which it is no list of people.
    announced_like: float = weight(0.5)
    announced_things: float = weight(0.5, without=NEVER)
    # Rosters: the fewest names; the shares of items that can be names, that have a usual surname,
    # that are no words; the share from which items that end alike are things.
    roster_fewest: float = weight(3.0, without=1.0)
    roster_names: float = weight(0.8)
    roster_surnamed: float = weight(0.7)
    roster_strange: float = weight(0.3)
    roster_alike: float = weight(0.34, without=1.0)
    # Rows in columns, what speaks against a way to part them: a name that is a word too; one whose
    # surname is a word too, is far oftener one, is none; one of three cells; gaps in it as wide as
    # any.
    grid_word: float = weight(0.1)
    grid_wordy: float = weight(0.5)
    grid_rare: float = weight(1.0)
    grid_strange: float = weight(2.0)
    grid_long: float = weight(0.5)
    grid_gap: float = weight(3.0)
    # The points of a name that the words around it introduce, against the pieces of it that look
    # like names too.
    introduced: float = weight(8.0)
    # What a learned model's word is worth: enough where the rules are silent, too little where they
    # speak against the name.
    proposed: float = weight(4.0)

    # The fitted clues, whose unit is a point: the points of the rules from which they count; what
    # they add at most to any run, to an everyday word, above the least points of a name; what they
    # take from a name of which the rules are sure.
    clues_from: float = weight(1.0, without=NEVER)
    clues_for: float = weight(3.0)
    clues_for_word: float = weight(0.5)
    clues_above: float = weight(0.5)
    clues_against: float = weight(1.0)

    # All the places of a name on the page. -------------------------------------------------------
    # What each further place adds whose neighbours speak for it, and how many count.
    again: float = weight(0.5)
    again_most: float = weight(2.0)
    # What the neighbours of such a place say at least.
    again_beside: float = weight(1.0, without=NEVER)
    # What the neighbours of a certain name that is also a word say at least.
    beside_a_word: float = weight(1.0, without=NEVER)
    # What each character adds to a certain name, so that of two the longer one stands.
    longer_wins: float = weight(2.0)


WEIGHTS: Final = Weights()
