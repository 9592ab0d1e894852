"""The keys in effect: those of the table of actions, of a preset, and of the user's own lines.

Textual takes other keys by `App.set_keymap`, where two actions on one key silently drop each
other. So all is decided here, and what Textual is given has no such pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from tui.app.actions import ACTIONS, Action, Scope
from tui.app.keys import is_text, key_name, known_key
from tui.app.presets import PRESETS
from tui.store.settings import KeySettings, Source, meant

_AROUND: Mapping[Scope, frozenset[Scope]] = {
    Scope.APP: frozenset({Scope.APP}),
    Scope.OPENING: frozenset({Scope.OPENING, Scope.APP}),
    Scope.READER: frozenset({Scope.READER, Scope.APP}),
    Scope.ARTICLE: frozenset({Scope.ARTICLE, Scope.READER, Scope.APP}),
    Scope.THREAD: frozenset({Scope.THREAD, Scope.READER, Scope.APP}),
    Scope.SELECTION: frozenset({Scope.SELECTION, Scope.APP}),
    Scope.COMPOSER: frozenset({Scope.COMPOSER, Scope.APP}),  # who writes does not read by keys
    Scope.PREVIEW: frozenset({Scope.PREVIEW, Scope.APP}),
    Scope.LIBRARY: frozenset({Scope.LIBRARY, Scope.APP}),
    Scope.DRAFTS: frozenset({Scope.DRAFTS, Scope.APP}),
    Scope.VERSIONS: frozenset({Scope.VERSIONS, Scope.APP}),
    Scope.OUTBOX: frozenset({Scope.OUTBOX, Scope.APP}),
}
"""The scopes that apply where one does, itself among them."""

_COUNTED = frozenset({Scope.APP, Scope.READER, Scope.ARTICLE, Scope.THREAD})
"""The scopes where digits are a number before the key."""

BY_NAME = {action.name: action for action in ACTIONS}
"""All actions by their names in keymaps."""

Keys = dict[str, tuple[str, ...]]


class Keymap(Struct, frozen=True):
    """The keys in effect, as far as they are not those of the table.

    Attributes:
        changed: The keys of actions, by their names.
    """

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys that do an action, the one to show first; perhaps none."""
        return self.changed.get(action.name, action.keys)

    def overrides(self) -> dict[str, str]:
        """What Textual's `App.set_keymap` takes."""
        # Textual has no way to take all keys away, so an action without one gets one that no
        # keyboard has.
        return {name: ",".join(keys) or f"no-key-{name}" for name, keys in self.changed.items()}


def keymap(settings: KeySettings, source: Source) -> Keymap:
    """The keys that the settings ask for.

    Args:
        settings: The preset and the user's lines.
        source: The file that they come from; it is told what is wrong in them.
    """
    keys = preset_keys(settings.preset)
    claims: Keys = {}
    for name, written in settings.bound:
        if name not in BY_NAME:
            near = meant(name, list(BY_NAME))
            source.tell(f"keys.{name}", f"there is no action {name}{near}")
            continue
        usable = tuple(dict.fromkeys(_usable(BY_NAME[name], written, source)))
        if usable or not written:
            claims[name] = usable
    keys.update((name, ()) for name in claims)
    for name, claimed in claims.items():
        keys[name] = tuple(key for key in claimed if _give(keys, name, key, claims, source))
    return Keymap({name: own for name, own in keys.items() if own != BY_NAME[name].keys})


def preset_keys(preset: str) -> Keys:
    """The keys of all actions, by their names, in a preset."""
    return {action.name: action.keys for action in ACTIONS} | dict(PRESETS[preset])


def _usable(action: Action, written: Iterable[str], source: Source) -> Iterable[str]:
    """The keys of a line that can be an action's; of the others it is told why not."""
    for each in written:
        reason = ""
        try:
            key = known_key(each)
        except ValueError as error:
            reason = str(error)
        else:
            if action.scope is Scope.COMPOSER and is_text(key):
                reason = f"{each} writes text in a reply, so it cannot do {action.name} there"
            elif action.scope in _COUNTED and len(key) == 1 and key.isdigit():
                reason = f"{each} is a number before the next key, so it cannot do {action.name}"
            else:
                yield key
        if reason:
            source.tell(f"keys.{action.name}", reason)


def _give(keys: Keys, name: str, key: str, claims: Keys, source: Source) -> bool:
    """Take a key from what has it, and tell so; not from what has it by a line of its own."""
    others = clashes(keys, BY_NAME[name], key)
    owner = next((other.name for other in others if other.name in claims), None)
    if owner is not None:
        source.tell(f"keys.{name}", f"{key_name(key)} is given to {owner} by another line")
        return False
    for other in others:
        keys[other.name] = tuple(own for own in keys[other.name] if own != key)
        left = " ".join(map(key_name, keys[other.name]))
        said = f"{key_name(key)} was the key of {other.name}, which is left with {left or 'none'}"
        source.tell(f"keys.{name}", said)
    return True


def clashes(keys: Keys, action: Action, key: str) -> list[Action]:
    """The other actions on a key that apply where an action does.

    Two that share a key in the table may share any: there the inner one is meant to go first.
    """
    return [
        other
        for other in ACTIONS
        if other is not action
        and key in keys[other.name]
        and (other.scope in _AROUND[action.scope] or action.scope in _AROUND[other.scope])
        and (other.scope is action.scope or not set(other.keys) & set(action.keys))
    ]
