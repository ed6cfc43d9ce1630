package io.github.mailgunreactor.preview;

/** How much one rendering may still do, in characters and steps: a small template can make very much. */
final class RenderBudget {
    private static final int LARGEST = 1_000_000;

    private int left = LARGEST;

    void spend(int amount) {
        left -= amount;
        if (left < 0) {
            throw new TemplatePreviewException("the template makes too much: more than " + LARGEST + " characters");
        }
    }

    /** A text whose readers spend: a regular expression may read it very often. */
    CharSequence counted(CharSequence text) {
        return new CharSequence() {
            @Override
            public int length() {
                return text.length();
            }

            @Override
            public char charAt(int index) {
                spend(1);
                return text.charAt(index);
            }

            @Override
            public CharSequence subSequence(int start, int end) {
                return counted(text.subSequence(start, end));
            }

            @Override
            public String toString() {
                return text.toString();
            }
        };
    }
}
