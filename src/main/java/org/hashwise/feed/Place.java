package org.hashwise.feed;

/**
 * A place in a market file.
 *
 * @param row number of the line in a table, path of the object in JSON; empty for the whole file
 * @param column name of the column or property; empty for the whole row
 */
record Place(String file, String row, String column) {

    static Place of(String file) {
        return new Place(file, "", "");
    }

    Place in(String name) {
        return new Place(file, row, name);
    }
}
