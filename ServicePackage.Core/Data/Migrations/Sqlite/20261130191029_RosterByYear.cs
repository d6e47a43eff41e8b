using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RosterByYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EarlierNames",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierNames", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierNames_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OrganisationId = table.Column<long>(type: "INTEGER", nullable: false),
                    OnBehalfOf = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    ProposedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NominatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NominatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_Accounts_NominatedById",
                        column: x => x.NominatedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Nominations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Taken = table.Column<bool>(type: "INTEGER", nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    EconomicCityId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterDecisions_Accounts_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterDecisions_Organisations_EconomicCityId",
                        column: x => x.EconomicCityId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterMemberships",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EnterpriseId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Joined = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Left = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Continues = table.Column<bool>(type: "INTEGER", nullable: false),
                    Continued = table.Column<bool>(type: "INTEGER", nullable: false),
                    JoinReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    LeaveReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RosterMemberships_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterYears",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DistrictListOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DistrictListFrom = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterYears", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierNames_EnterpriseId",
                table: "EarlierNames",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_NominatedById",
                table: "Nominations",
                column: "NominatedById");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_OrganisationId",
                table: "Nominations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_Year_CreditCode_OrganisationId_OnBehalfOf",
                table: "Nominations",
                columns: new[] { "Year", "CreditCode", "OrganisationId", "OnBehalfOf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_Year_OrganisationId",
                table: "Nominations",
                columns: new[] { "Year", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_DecidedById",
                table: "RosterDecisions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_EconomicCityId",
                table: "RosterDecisions",
                column: "EconomicCityId");

            migrationBuilder.CreateIndex(
                name: "IX_RosterDecisions_Year_CreditCode",
                table: "RosterDecisions",
                columns: new[] { "Year", "CreditCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OnePlaceOnTheRoster",
                table: "RosterMemberships",
                column: "EnterpriseId",
                unique: true,
                filter: "\"Left\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_EnterpriseId_Joined",
                table: "RosterMemberships",
                columns: new[] { "EnterpriseId", "Joined" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_Joined_Left",
                table: "RosterMemberships",
                columns: new[] { "Joined", "Left" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterMemberships_Left",
                table: "RosterMemberships",
                column: "Left");

            migrationBuilder.CreateIndex(
                name: "IX_RosterYears_Year",
                table: "RosterYears",
                column: "Year",
                unique: true);

            // Each enterprise that is there has its place on the roster from the day it joined.
            migrationBuilder.Sql("""
                INSERT INTO "RosterMemberships" ("EnterpriseId", "Year", "Tier", "Joined", "Left", "Continues", "Continued", "JoinReason", "LeaveReason")
                SELECT "Id", CAST(substr("OnRosterFrom", 1, 4) AS INTEGER), "Tier", "OnRosterFrom", "LeftRosterOn", 0, 0, '', '' FROM "Enterprises";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarlierNames");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "RosterDecisions");

            migrationBuilder.DropTable(
                name: "RosterMemberships");

            migrationBuilder.DropTable(
                name: "RosterYears");
        }
    }
}
